import { partsMadeBy, type TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { makePart } from '../operation/make-part.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
}

export const setupDatabase: CommandModule = (pilot) =>
  addName(new Command('setup-database'))
    .summary("make only a tenant's PostgreSQL role and database")
    .description(
      'Makes only the PostgreSQL role and the database, both named like the account, which enters by peer ' +
        'authentication: there is no password.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot setup-database --name=shop'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action((argument: TenantName | undefined, { json, dryRun, ...options }: Options) => {
      const name = requireName('setup-database', argument, options.name)
      return makePart(pilot, {
        command: 'setup-database',
        name,
        ...given({ json, dryRun }),
        input: { name },
        steps: partsMadeBy('setupDatabase'),
        operate: (client) => client.setupDatabase({ name }, pilot.signal),
        done: (duration) => `The role and the database ${name} are there (${duration}).`,
      })
    })
