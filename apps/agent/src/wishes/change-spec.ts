import { changeSettings, hasPart, PilotError, type SetTenantInput, type TenantSpec } from '@pilot/contract'
import { activationAfter } from './activation-after.ts'
import { demandOwnDomains } from './demand-own-domains.ts'

/** The spec after `pilot set`. Throws where a domain or variable to be removed is not there, or no domain would be left. */
export const changeSpec = (spec: TenantSpec, input: SetTenantInput): TenantSpec => {
  demandRemovable(spec, input)
  demandUnsettable(spec, input)
  const changed = { ...changeSettings(spec, input), ...activationAfter(spec, input) }
  demandDomains(changed)
  demandOwnDomains(changed, input)
  return changed
}

const demandRemovable = (
  spec: TenantSpec,
  { domains, addDomains = [], removeDomains = [] }: SetTenantInput,
) => {
  const before = [...(domains ?? spec.domains), ...addDomains]
  for (const domain of removeDomains)
    if (!before.includes(domain))
      throw new PilotError({ code: 'not-found', what: { code: 'domain', domain, tenant: spec.name } })
}

const demandUnsettable = (
  { name, environment }: TenantSpec,
  { setEnvironment = {}, unsetEnvironment = [] }: SetTenantInput,
) => {
  for (const variable of unsetEnvironment)
    if (!Object.hasOwn(environment, variable) && !Object.hasOwn(setEnvironment, variable))
      throw new PilotError({ code: 'not-found', what: { code: 'variable', variable, tenant: name } })
}

const demandDomains = (spec: TenantSpec): void => {
  if (spec.domains.length === 0 && hasPart(spec, 'route'))
    throw new PilotError({ code: 'invalid-input', field: 'removeDomains', fault: { code: 'domain-last' } })
  if (spec.domains.length > 100)
    throw new PilotError({
      code: 'invalid-input',
      field: 'domains',
      fault: { code: 'domains-many', most: 100 },
    })
}
