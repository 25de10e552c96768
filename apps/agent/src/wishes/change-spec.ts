import { PilotError, type Domain, type SetTenantInput, type TenantSpec } from '@pilot/contract'
import { defaultActivation } from './new-spec.ts'

/** The spec after `pilot set`. Throws where a domain to be removed is not there, or none would be left. */
export const changeSpec = (spec: TenantSpec, input: SetTenantInput): TenantSpec => {
  const { runtimeMax, ...rest } = spec
  const cap = input.runtimeMax === undefined ? runtimeMax : (input.runtimeMax ?? undefined)
  return {
    ...rest,
    ...(cap === undefined ? {} : { runtimeMax: cap }),
    idle: input.idle ?? spec.idle,
    command: input.command ?? spec.command,
    activation: activationOf(spec, input),
    listen: input.listen ?? spec.listen,
    domains: domainsOf(spec, input),
    environment: environmentOf(spec, input),
    limits: limitsOf(spec, input),
  }
}

// A command that came with its default activation gets the default of the new command; one that an operator
// chose stays.
const activationOf = (spec: TenantSpec, { command, activation }: SetTenantInput) => {
  if (activation !== undefined) return activation
  if (command === undefined || spec.activation !== defaultActivation(spec.command)) return spec.activation
  return defaultActivation(command)
}

const domainsOf = (spec: TenantSpec, input: SetTenantInput): Domain[] => {
  const before = [...(input.domains ?? spec.domains), ...(input.addDomains ?? [])]
  const removed = new Set<Domain>(input.removeDomains)
  for (const domain of removed)
    if (!before.includes(domain))
      throw new PilotError({ code: 'not-found', what: `The domain ${domain} of the tenant ${spec.name}` })
  const after = [...new Set(before)].filter((domain) => !removed.has(domain))
  if (after.length === 0 && spec.parts.includes('route'))
    throw new PilotError({
      code: 'invalid-input',
      field: 'removeDomains',
      fault: { code: 'domain-last' },
    })
  if (after.length > 100)
    throw new PilotError({
      code: 'invalid-input',
      field: 'domains',
      fault: { code: 'domains-many', most: 100 },
    })
  return after
}

const environmentOf = (spec: TenantSpec, input: SetTenantInput): TenantSpec['environment'] => {
  const unset = new Set(input.unsetEnvironment)
  const all = { ...spec.environment, ...input.setEnvironment }
  return Object.fromEntries(Object.entries(all).filter(([name]) => !unset.has(name)))
}

// null lifts a limit, undefined leaves it.
const limitsOf = (spec: TenantSpec, input: SetTenantInput): TenantSpec['limits'] => {
  const changes = Object.entries(input.limits ?? {}).filter(([, limit]) => limit !== undefined)
  const lifted = changes.filter(([, limit]) => limit === null).map(([name]) => name)
  const all = Object.entries({ ...spec.limits, ...Object.fromEntries(changes) })
  return Object.fromEntries(all.filter(([name]) => !lifted.includes(name)))
}
