import { partsMadeBy, settingKeys, settings, type TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { makePart } from '../operation/make-part.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'
import { addSettings } from '../settings/flags.ts'
import { givenSettings, type Flags } from '../settings/given.ts'

type Options = Flags & ChangeOptions & { readonly name?: TenantName }

/** All but where visitors come from. */
const programKeys = settingKeys.filter((key) => settings[key].group !== 'route')

export const setupSystemd: CommandModule = (pilot) =>
  addSettings(addName(new Command('setup-systemd')), programKeys)
    .summary("make only a tenant's systemd units and open its socket")
    .description(
      "Makes only the tenant's socket and service and opens the socket; its program starts when somebody calls.",
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot setup-systemd --name=shop --idle=10s',
          'sudo pilot setup-systemd --name=shop --app=/srv/shop/server.js',
        ],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json, dryRun } = options
      const name = requireName('setup-systemd', argument, options.name)
      const input = { name, ...(await givenSettings(pilot, options)) }
      return makePart(pilot, {
        command: 'setup-systemd',
        name,
        ...given({ json, dryRun }),
        input,
        steps: partsMadeBy('setupSystemd'),
        operate: (client) => client.setupSystemd(input, pilot.signal),
        done: (duration) => `The units of ${name} are there (${duration}).`,
      })
    })
