import type { Scope, TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { makePart } from '../operation/make-part.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { scopeOption } from '../options/scope.ts'
import { addTenantOptions, toNewTenant, type TenantOptions } from '../options/tenant.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends TenantOptions, ChangeOptions {
  readonly name?: TenantName
  readonly scope?: Scope
}

export const setupSystemd: CommandModule = (pilot) =>
  addTenantOptions(addName(new Command('setup-systemd')))
    .summary("make only a tenant's systemd units and open its socket")
    .description(
      "Makes only the tenant's socket and service and opens the socket; its program starts when somebody calls.",
    )
    .addOption(scopeOption())
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
    .action((argument: TenantName | undefined, options: Options) => {
      const { json, dryRun, scope } = options
      const name = requireName('setup-systemd', argument, options.name)
      const input = { name, ...given({ scope }), ...toNewTenant(options) }
      return makePart(pilot, {
        command: 'setup-systemd',
        name,
        ...given({ json, dryRun }),
        input,
        steps: ['units', 'socket'],
        operate: (client) => client.setupSystemd(input, pilot.signal),
        done: (duration) => `The units of ${name} are there (${duration}).`,
      })
    })
