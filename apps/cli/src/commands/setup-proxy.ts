import { defaultDomain, partsMadeBy, settingKeys, settings, type TenantName } from '@pilot/contract'
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

/** Where visitors come from. */
const routeKeys = settingKeys.filter((key) => settings[key].group === 'route')

export const setupProxy: CommandModule = (pilot) =>
  addSettings(addName(new Command('setup-proxy')), routeKeys)
    .summary("make only the route from a domain to a tenant's socket")
    .description(
      "Makes only the route in Caddy from the domain (default: <name>.localhost) to the tenant's socket.",
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot setup-proxy --name=shop --domain=shop.example.com'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json, dryRun } = options
      const name = requireName('setup-proxy', argument, options.name)
      const input = { name, ...(await givenSettings(pilot, options)) }
      const domains = input.domains ?? [defaultDomain(name)]
      return makePart(pilot, {
        command: 'setup-proxy',
        name,
        ...given({ json, dryRun }),
        input,
        steps: partsMadeBy('setupProxy'),
        operate: (client) => client.setupProxy(input, pilot.signal),
        facts: { domains },
        done: (duration) =>
          `${domains.join(' and ')} ${domains.length === 1 ? 'leads' : 'lead'} to ${name} (${duration}).`,
      })
    })
