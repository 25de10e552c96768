import type { Domain, TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { follow } from '../operation/follow.ts'
import { printPlan } from '../operation/plan.ts'
import { tell } from '../operation/tell.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { domainOption } from '../options/domains.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { formatDuration } from '../output/amounts.ts'
import { examples, jsonOfOperation } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly name?: TenantName
  readonly domain?: Domain[]
}

export const setupProxy: CommandModule = (pilot) =>
  addName(new Command('setup-proxy'))
    .summary("make only the route from a domain to a tenant's socket")
    .description(
      "Makes only the route in Caddy from the domain (default: <name>.localhost) to the tenant's socket.",
    )
    .addOption(domainOption())
    .addOption(dryRunOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot setup-proxy --name=shop --domain=shop.example.com'],
        `Prints each step with its time.\n${jsonOfOperation}`,
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { json = false, dryRun = false, domain } = options
      const name = requireName('setup-proxy', argument, options.name)
      const input = { name, ...given({ domains: domain }) }
      const client = await pilot.connect({ command: 'setup-proxy', changes: true })
      if (dryRun) {
        const plan = await client.planCreate(input, pilot.signal)
        printPlan(
          pilot,
          plan.filter(({ step }) => step === 'route'),
          { json },
        )
        return
      }
      const { milliseconds } = await follow(pilot, client.setupProxy(input, pilot.signal), {
        json,
        tenants: 1,
      })
      const domains = domain ?? [`${name}.localhost`]
      tell(
        pilot,
        { json, tenant: name, domains, milliseconds },
        `${domains.join(' and ')} ${domains.length === 1 ? 'leads' : 'lead'} to ${name} (${formatDuration(milliseconds)}).`,
      )
    })
