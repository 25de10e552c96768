import type { Domain, Scope, TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { domainOption } from '../options/domains.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { scopeOption } from '../options/scope.ts'
import { addTenantOptions, toNewTenant, type TenantOptions } from '../options/tenant.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends TenantOptions, ChangeOptions {
  readonly name?: TenantName
  readonly domain?: Domain[]
  readonly scope?: Scope
}

export const createTenant: CommandModule = (pilot) =>
  addTenantOptions(addName(new Command('create-tenant')).addOption(domainOption()))
    .summary('make a tenant: account, database, units and route')
    .description(
      'Makes a tenant: Linux account, PostgreSQL role and database of the same name, socket and service, and the ' +
        'route of its domain (default: <name>.localhost). Runs the sample app unless --exec or --app names another ' +
        'program. Given again, the same command heals what is missing and changes nothing else.',
    )
    .addOption(scopeOption())
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
      const { json = false, dryRun = false, domain, scope } = options
      const name = requireName('create-tenant', argument, options.name)
      const input = {
        name,
        ...given({ domains: domain, scope }),
        ...toNewTenant(options),
      }
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
