import { explainState, visible, type TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { printPlan } from '../operation/plan.ts'
import { planState } from '../operation/plan-state.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { addName, requireName } from '../options/name.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import { tenantDocument } from '../output/tenant-document.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
}

export const wake: CommandModule = (pilot) =>
  addName(new Command('wake'))
    .summary("start a tenant's program now")
    .description(
      "Starts the tenant's program now instead of at the next request, and answers when it is awake.",
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot wake shop'],
        "Prints the tenant's new state; with --json the same as show --json.",
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('wake', argument, options.name)
      const client = await pilot.connect({ command: 'wake', changes: true })
      if (dryRun) {
        const plan = planState(await client.show({ name }, pilot.signal), {
          kept: ['awake'],
          effect: 'program-starts',
        })
        printPlan(pilot, plan, { json })
        return
      }
      const status = await client.wake({ name }, pilot.signal)
      if (json) printDocument(pilot.stdout, tenantDocument(status))
      else printLine(pilot.stdout, `${name} is ${status.state}. ${visible(explainState(status.reason))}`)
    })
