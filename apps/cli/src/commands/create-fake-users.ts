import type { IdleMilliseconds, PlannedStep, Scope } from '@pilot/contract'
import { CreateManyInput, TenantName } from '@pilot/contract'
import { Command, Option } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { given } from '../options/given.ts'
import { invalid } from '../options/invalid.ts'
import { parsed } from '../options/value.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'
import { addSettings } from '../settings/flags.ts'

interface Options extends ChangeOptions {
  readonly count?: number
  readonly prefix: string
  readonly idle?: IdleMilliseconds
  readonly scope?: Scope
}

export const createFakeUsers: CommandModule = (pilot) =>
  addSettings(new Command('create-fake-users'), ['idle', 'scope'])
    .summary('make many tenants at once, for trials')
    .description(
      'Makes many tenants at once, for trials and measurements: user1, user2 ... each whole, with the sample app ' +
        'and the domain <name>.localhost. Given again, it heals those that are not whole and makes those missing.',
    )
    .addOption(countOption('--count <number>', 'how many', 5000))
    .addOption(
      new Option('--prefix <prefix>', 'what their names begin with')
        .default('user')
        .argParser(parsed('--prefix', CreateManyInput.shape.prefix)),
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot create-fake-users --count=5 --idle=10s',
          'sudo pilot create-fake-users --count=50 --prefix=trial --scope=user',
        ],
        `Prints how many are done, and at the end how long it took.\n${jsonOfOperation}`,
      ),
    )
    .action(async ({ json = false, dryRun = false, count, prefix, idle, scope }: Options) => {
      if (count === undefined)
        throw invalid(
          '--count',
          { code: 'missing' },
          'it is missing; write for example "pilot create-fake-users --count=5"',
        )
      const settings = given({ idle, scope })
      const client = await pilot.connect({ command: 'create-fake-users', changes: true })
      if (dryRun) {
        const plan: PlannedStep[] = []
        for (let number = 1; number <= count; number += 1) {
          const name = parsed('--prefix', TenantName)(`${prefix}${number}`)
          plan.push(...(await client.planCreate({ name, ...settings }, pilot.signal)))
        }
        printPlan(pilot, plan, { json })
        return
      }
      const { done, milliseconds } = await follow(
        pilot,
        client.createMany({ count, prefix, ...settings }, pilot.signal),
        {
          json,
          tenants: count,
        },
      )
      tell(
        pilot,
        { json, first: `${prefix}1`, last: `${prefix}${count}`, done, milliseconds },
        `${done} ${done === 1 ? 'tenant' : 'tenants'}, ${prefix}1 to ${prefix}${count}, in ${formatDuration(milliseconds)} (${formatDuration(milliseconds / done)} each); the first answers at http://${prefix}1.localhost.`,
      )
    })
