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

export const suspend: CommandModule = (pilot) =>
  addName(new Command('suspend'))
    .summary('close a tenant: nothing starts it until it is resumed')
    .description(
      'Stops the program and closes the socket, also over a reboot; visitors get 503. Account, database, files and ' +
        'route stay.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(['sudo pilot suspend shop'], `Prints each step with its time.\n${jsonOfOperation}`),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('suspend', argument, options.name)
      const client = await pilot.connect({ command: 'suspend', changes: true })
      if (dryRun) {
        const plan = planState(await client.show({ name }, pilot.signal), {
          kept: ['suspended'],
          effect: 'socket-closes',
        })
        printPlan(pilot, plan, { json })
        return
      }
      const { milliseconds } = await follow(pilot, client.suspend({ name }, pilot.signal), {
        json,
        tenants: 1,
      })
      tell(
        pilot,
        { json, tenant: name, milliseconds },
        `${name} is suspended (${formatDuration(milliseconds)}); "pilot resume ${name}" opens it again.`,
      )
    })
