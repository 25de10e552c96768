import type { TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { planState } from '../operation/plan-state.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { addName, requireName } from '../options/name.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
}

export const resume: CommandModule = (pilot) =>
  addName(new Command('resume'))
    .summary('open a suspended tenant again')
    .description('Opens the socket of a suspended tenant again; its program starts when somebody calls.')
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(['sudo pilot resume shop'], `Prints each step with its time.\n${jsonOfOperation}`),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('resume', argument, options.name)
      const client = await pilot.connect({ command: 'resume', changes: true })
      if (dryRun) {
        const plan = planState(await client.show({ name }, pilot.signal), {
          kept: ['asleep', 'waking', 'awake'],
          effect: 'socket-opens',
        })
        printPlan(pilot, plan, { json })
        return
      }
      const { milliseconds } = await follow(pilot, client.resume({ name }, pilot.signal), {
        json,
        tenants: 1,
      })
      tell(
        pilot,
        { json, tenant: name, milliseconds },
        `${name} is open again (${formatDuration(milliseconds)}).`,
      )
    })
