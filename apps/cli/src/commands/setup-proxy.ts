import type { Domain, TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { makePart } from '../operation/make-part.ts'
import { dryRunOption, jsonOption, type ChangeOptions } from '../options/common.ts'
import { domainOption } from '../options/domains.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
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
    .action((argument: TenantName | undefined, { json, dryRun, domain, ...options }: Options) => {
      const name = requireName('setup-proxy', argument, options.name)
      const input = { name, ...given({ domains: domain }) }
      const domains = domain ?? [`${name}.localhost`]
      return makePart(pilot, {
        command: 'setup-proxy',
        name,
        ...given({ json, dryRun }),
        input,
        steps: ['route'],
        operate: (client) => client.setupProxy(input, pilot.signal),
        facts: { domains },
        done: (duration) =>
          `${domains.join(' and ')} ${domains.length === 1 ? 'leads' : 'lead'} to ${name} (${duration}).`,
      })
    })
