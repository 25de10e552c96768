import { PilotError, type Domain, type TenantSpec } from '@pilot/contract'
import type { Agent } from '../agent.ts'

/** Throws `domain-taken` where a domain of the spec belongs to another tenant, or to the web interface. */
export const demandFreeDomains = (agent: Agent, { name, domains }: TenantSpec): void => {
  for (const domain of domains) {
    const owner = findDomainOwner(agent, domain)
    if (owner !== undefined && owner !== name)
      throw new PilotError({ code: 'domain-taken', domain, tenant: owner })
  }
}

/** The tenant that has it, or `pilot` where it is that of the web interface: no tenant can be called so. */
export const findDomainOwner = ({ store, settings }: Agent, domain: Domain): string | undefined =>
  domain === settings.webDomain ? 'pilot' : store.tenants.findOwner(domain)
