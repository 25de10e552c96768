import { findStrangeDomain, PilotError, type TenantSpec, type Values } from '@pilot/contract'

/** Throws where settings are said of a domain that the tenant does not have. */
export const demandOwnDomains = ({ domains }: TenantSpec, said: Values): void => {
  const domain = findStrangeDomain(domains, said)
  if (domain !== undefined)
    throw new PilotError({
      code: 'invalid-input',
      field: 'domainSettings',
      fault: { code: 'domain-strange', domain },
    })
}
