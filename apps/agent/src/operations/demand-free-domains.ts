import { PilotError, type TenantSpec } from '@pilot/contract'
import type { Agent } from '../agent.ts'

/** Throws `domain-taken` where a domain of the spec belongs to another tenant. */
export const demandFreeDomains = ({ store }: Agent, { name, domains }: TenantSpec): void => {
  for (const domain of domains) {
    const owner = store.tenants.findOwner(domain)
    if (owner !== undefined && owner !== name)
      throw new PilotError({ code: 'domain-taken', domain, tenant: owner })
  }
}
