import {
  allParts,
  defaultActivation,
  defaultDomain,
  sampleCommand,
  TenantSpec,
  type GivenSettings,
  type StepName,
  type TenantName,
} from '@pilot/contract'

/** The spec of a tenant that is not there yet: what was said, and defaults for the rest. */
export const newSpec = (name: TenantName, said: GivenSettings, parts: readonly StepName[]): TenantSpec =>
  TenantSpec.parse({
    ...said,
    name,
    activation: said.activation ?? defaultActivation(said.command ?? sampleCommand),
    domains: said.domains ?? (parts.includes('route') ? [defaultDomain(name)] : []),
    parts: inOrder(parts),
  })

/** The parts in the order in which they are made, each once. */
export const inOrder = (parts: readonly StepName[]): StepName[] =>
  allParts.filter((part) => parts.includes(part))
