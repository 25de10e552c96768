import { partsMadeBy, type Scope, type TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { makePart } from '../operation/make-part.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'
import { addSettings } from '../settings/flags.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
  readonly scope?: Scope
}

export const createUser: CommandModule = (pilot) =>
  addSettings(addName(new Command('create-user')), ['scope'])
    .summary("make only a tenant's Linux account")
    .description(
      'Makes only the Linux account and its directories: own group, no shell, no password. With --scope=user ' +
        'also lingering, so that its own systemd manager runs without a login.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot create-user --name=shop', 'sudo pilot create-user --name=shop --scope=user'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action((argument: TenantName | undefined, { json, dryRun, scope, ...options }: Options) => {
      const name = requireName('create-user', argument, options.name)
      const input = { name, ...given({ scope }) }
      return makePart(pilot, {
        command: 'create-user',
        name,
        ...given({ json, dryRun }),
        input,
        steps: partsMadeBy('createUser'),
        operate: (client) => client.createUser(input, pilot.signal),
        done: (duration) =>
          `The account ${name} is there (${duration}); "pilot create-tenant ${name}" adds the rest.`,
      })
    })
