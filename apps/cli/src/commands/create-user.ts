import type { Scope, TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { scopeOption } from '../options/scope.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
  readonly scope?: Scope
}

export const createUser: CommandModule = (pilot) =>
  addName(new Command('create-user'))
    .summary("make only a tenant's Linux account")
    .description(
      'Makes only the Linux account and its directories: own group, no shell, no password. With --scope=user ' +
        'also lingering, so that its own systemd manager runs without a login.',
    )
    .addOption(scopeOption())
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot create-user --name=shop', 'sudo pilot create-user --name=shop --scope=user'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false, scope } = options
      const name = requireName('create-user', argument, options.name)
      const input = { name, ...given({ scope }) }
      const client = await pilot.connect({ command: 'create-user', changes: true })
      if (dryRun) {
        const plan = await client.planCreate(input, pilot.signal)
        printPlan(
          pilot,
          plan.filter(({ step }) => step === 'account' || step === 'directories'),
          { json },
        )
        return
      }
      const { milliseconds } = await follow(pilot, client.createUser(input, pilot.signal), {
        json,
        tenants: 1,
      })
      tell(
        pilot,
        { json, tenant: name, milliseconds },
        `The account ${name} is there (${formatDuration(milliseconds)}); "pilot create-tenant ${name}" adds the rest.`,
      )
    })
