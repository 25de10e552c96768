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
import { addSettings } from '../settings/flags.ts'
import { givenSettings, type Flags } from '../settings/given.ts'

type Options = Flags & ChangeOptions & { readonly name?: TenantName }

export const createTenant: CommandModule = (pilot) =>
  addSettings(addName(new Command('create-tenant')))
    .summary('make a tenant: account, database, units and route')
    .description(
      'Makes a tenant: Linux account, PostgreSQL role and database of the same name, socket and service, and the ' +
        'route of its domain (default: <name>.localhost). Runs the sample app unless --exec or --app names another ' +
        'program. Given again, the same command heals what is missing and changes nothing else.',
    )
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot create-tenant --name=shop',
          'sudo pilot create-tenant --name=shop --domain=shop.example.com --idle=5min',
          'sudo pilot create-tenant shop --app=/srv/shop/server.js --memory-max=128M',
          "sudo pilot create-tenant blog --exec='/srv/blog/server --quiet'",
        ],
        `Prints each step with its time, and at the end the address.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false } = options
      const name = requireName('create-tenant', argument, options.name)
      const input = { name, ...(await givenSettings(pilot, options)) }
      const client = await pilot.connect({ command: 'create-tenant', changes: true })
      if (dryRun) {
        printPlan(pilot, await client.planCreate(input, pilot.signal), { json })
        return
      }

      const { milliseconds } = await follow(pilot, client.createTenant(input, pilot.signal), {
        json,
        tenants: 1,
      })
      const { urls } = await client.show({ name }, pilot.signal)
      tell(
        pilot,
        { json, tenant: name, urls, milliseconds },
        `${name} answers at ${urls.join(' and ')} (${formatDuration(milliseconds)}).`,
      )
    })
