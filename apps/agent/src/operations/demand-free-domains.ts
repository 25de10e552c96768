import { PilotError, type Domain, type TenantSpec } from '@pilot/contract'
import type { Agent } from '../agent.ts'

type Parts = Pick<Agent, 'store' | 'config'>

/** Throws `domain-taken` where a domain of the spec belongs to another tenant, or to the web interface. */
export const demandFreeDomains = (agent: Parts, { name, domains }: TenantSpec): void => {
  for (const domain of domains) {
    const owner = findDomainOwner(agent, domain)
    if (owner !== undefined && owner !== name)
      throw new PilotError({ code: 'domain-taken', domain, tenant: owner })
  }
}

/** The tenant that has it, or `pilot` where it is that of the web interface: no tenant can be called so. */
export const findDomainOwner = ({ store, config }: Parts, domain: Domain): string | undefined =>
  domain === config.webDomain ? 'pilot' : store.tenants.findOwner(domain)
