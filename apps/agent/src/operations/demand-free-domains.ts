import { PilotError, type TenantSpec } from '@pilot/contract'
import type { Agent } from '../agent.ts'

type Parts = Pick<Agent, 'store' | 'config'>

/** Throws `domain-taken` where a domain of the spec is another tenant's, and `invalid-input` where the web interface's. */
export const demandFreeDomains = ({ store, config }: Parts, { name, domains }: TenantSpec): void => {
  for (const domain of domains) {
    if (domain === config.webDomain)
      throw new PilotError({
        code: 'invalid-input',
        field: 'domains',
        fault: { code: 'domain-of-pilot', domain },
      })
    const owner = store.tenants.findOwner(domain)
    if (owner !== undefined && owner !== name)
      throw new PilotError({ code: 'domain-taken', domain, tenant: owner })
  }
}
