import {
  defaultActivation,
  defaultDomain,
  hasPart,
  sampleCommand,
  TenantSpec,
  type GivenSettings,
  type Parts,
  type TenantName,
} from '@pilot/contract'

/** The spec of a tenant that is not there yet: what was said, and defaults for the rest. */
export const newSpec = (name: TenantName, said: GivenSettings, parts: Parts): TenantSpec =>
  TenantSpec.parse({
    ...said,
    name,
    activation: said.activation ?? defaultActivation(said.command ?? sampleCommand),
    activationChosen: said.activation === undefined ? undefined : true,
    domains: said.domains ?? (hasPart({ parts }, 'route') ? [defaultDomain(name)] : []),
    parts,
  })
