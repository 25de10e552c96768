import type { TenantName } from '@pilot/contract'
import { Command, Option } from 'commander'
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
  readonly purge?: boolean
}

export const deleteTenant: CommandModule = (pilot) =>
  addName(new Command('delete-tenant'))
    .summary('delete a tenant; its database and files are kept without --purge')
    .description(
      "Removes a tenant's route, units and account. Its database and files are kept, and create-tenant with the " +
        'same name takes them up again; --purge deletes them for good.',
    )
    .addOption(new Option('--purge', 'also delete the database and all files'))
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot delete-tenant shop', 'sudo pilot delete-tenant --name=shop --purge --dry-run'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false, purge = false } = options
      const name = requireName('delete-tenant', argument, options.name)
      const client = await pilot.connect({ command: 'delete-tenant', changes: true })
      if (dryRun) {
        printPlan(pilot, await client.planDelete({ name, purge }, pilot.signal), {
          json,
          passesStrangers: true,
        })
        return
      }

      const { milliseconds } = await follow(pilot, client.deleteTenant({ name, purge }, pilot.signal), {
        json,
        tenants: 1,
      })
      tell(
        pilot,
        { json, tenant: name, purged: purge, milliseconds },
        purge
          ? `${name} is gone with its database and files (${formatDuration(milliseconds)}).`
          : `${name} is gone; its database and files are kept (${formatDuration(milliseconds)}).`,
      )
    })
