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
import { addChanges } from '../settings/flags.ts'
import { givenChanges } from '../settings/changes.ts'
import type { Flags } from '../settings/given.ts'

type Options = Flags & ChangeOptions & { readonly name?: TenantName }

export const set: CommandModule = (pilot) =>
  addChanges(addName(new Command('set')))
    .summary('change a tenant, or repair it')
    .description(
      "Changes a tenant; what is not named stays. Without any change it repairs what differs from the tenant's " +
        'wish. --domain replaces all domains; infinity lifts a limit. A new --exec comes with its activation, unless ' +
        'one was chosen by --activation, now or before.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot set shop --idle=1min --memory-max=256M',
          'sudo pilot set shop --add-domain=www.shop.example.com --env COLOR=blue',
          'sudo pilot set shop --memory-max=infinity --unset-env=COLOR',
          'sudo pilot set shop',
        ],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('set', argument, options.name)
      const input = { name, ...(await givenChanges(pilot, options)) }
      const client = await pilot.connect({ command: 'set', changes: true })
      if (dryRun) {
        printPlan(pilot, await client.planSet(input, pilot.signal), { json })
        return
      }

      const { milliseconds } = await follow(pilot, client.setTenant(input, pilot.signal), {
        json,
        tenants: 1,
      })
      const { urls } = await client.show({ name }, pilot.signal)
      tell(
        pilot,
        { json, tenant: name, urls, milliseconds },
        `${name} is as wished (${formatDuration(milliseconds)})${urls.length === 0 ? '' : `; it answers at ${urls.join(' and ')}`}.`,
      )
    })
