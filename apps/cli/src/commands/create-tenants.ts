import { columnsOf, settings, type PlannedStep } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

export const createTenants: CommandModule = (pilot) =>
  new Command('create-tenants')
    .argument('<file>', 'names, one a line, or CSV with a header; - for standard input')
    .summary('make the tenants of a list')
    .description(
      'Makes the tenants of a list: a file, or - for standard input. A line holds a name with domains behind it, or ' +
        `the file is CSV with a header that names its columns: ${columnsOf(settings).join(', ')}. ` +
        'Given again, it heals those that are not whole and makes those missing.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot create-tenants tenants.csv',
          'sudo pilot create-tenants names.txt --dry-run',
          "printf 'shop\\nblog\\n' | sudo pilot create-tenants -",
        ],
        `Prints each tenant with its time. A line that does not fit is named, and then nothing is done.\n${jsonOfOperation}`,
      ),
    )
    .action(async (file: string, { json = false, dryRun = false }: ChangeOptions) => {
      // The CSV parser is loaded for this command alone.
      const { parseTenantList } = await import('../operation/tenant-list.ts')
      const tenants = parseTenantList(await pilot.readFile(file))
      const client = await pilot.connect({ command: 'create-tenants', changes: true })
      if (dryRun) {
        const plan: PlannedStep[] = []
        for (const tenant of tenants) plan.push(...(await client.planCreate(tenant, pilot.signal)))
        printPlan(pilot, plan, { json })
        return
      }
      const { done, milliseconds } = await follow(pilot, client.createList({ tenants }, pilot.signal), {
        json,
        tenants: tenants.length,
      })
      tell(
        pilot,
        { json, done, milliseconds },
        `${done} ${done === 1 ? 'tenant' : 'tenants'} in ${formatDuration(milliseconds)}.`,
      )
    })
