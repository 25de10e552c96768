import {
  changeSettings,
  defaultActivation,
  hasPart,
  PilotError,
  type SetTenantInput,
  type TenantSpec,
} from '@pilot/contract'
import { demandOwnDomains } from './demand-own-domains.ts'

/** The spec after `pilot set`. Throws where a domain to be removed is not there, or none would be left. */
export const changeSpec = (spec: TenantSpec, input: SetTenantInput): TenantSpec => {
  demandRemovable(spec, input)
  const changed = changeSettings(spec, { ...input, activation: activationOf(spec, input) })
  demandDomains(changed)
  demandOwnDomains(changed, input)
  return changed
}

// A command that came with its default activation gets the default of the new command; one that an operator
// chose stays.
const activationOf = (spec: TenantSpec, { command, activation }: SetTenantInput) => {
  if (activation !== undefined) return activation
  if (command === undefined || spec.activation !== defaultActivation(spec.command)) return spec.activation
  return defaultActivation(command)
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
