import type { TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { addName, requireName } from '../options/name.ts'
import { formatDuration } from '../output/amounts.ts'
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
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('setup-database', argument, options.name)
      const client = await pilot.connect({ command: 'setup-database', changes: true })
      if (dryRun) {
        const plan = await client.planCreate({ name }, pilot.signal)
        printPlan(
          pilot,
          plan.filter(({ step }) => step === 'database'),
          { json },
        )
        return
      }
      const { milliseconds } = await follow(pilot, client.setupDatabase({ name }, pilot.signal), {
        json,
        tenants: 1,
      })
      tell(
        pilot,
        { json, tenant: name, milliseconds },
        `The role and the database ${name} are there (${formatDuration(milliseconds)}).`,
      )
    })
