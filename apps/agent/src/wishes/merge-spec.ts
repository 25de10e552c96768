import {
  defaultActivation,
  defaultDomain,
  findDifference,
  mergeSettings,
  PilotError,
  type GivenSettings,
  type StepName,
  type TenantName,
  type TenantSpec,
} from '@pilot/contract'
import { inOrder, newSpec } from './new-spec.ts'

export interface Found {
  readonly spec: TenantSpec
  /** Whole and provisioned without a problem: then what stands is not changed by a create command. */
  readonly settled: boolean
}

/**
 * What a create or setup command makes of a tenant: a new one, the same one healed, or one of some parts
 * completed with what this command says. Throws `tenant-exists` where a settled tenant is otherwise.
 */
export const mergeSpec = (
  name: TenantName,
  said: GivenSettings,
  parts: readonly StepName[],
  found: Found | undefined,
): TenantSpec => {
  if (found === undefined) return newSpec(name, said, parts)
  if (found.settled) {
    const difference = findDifference(found.spec, said)
    if (difference !== undefined) throw new PilotError({ code: 'tenant-exists', tenant: name, difference })
    return found.spec
  }
  const merged = { ...mergeSettings(found.spec, said), parts: inOrder([...found.spec.parts, ...parts]) }
  return { ...merged, activation: activationOf(said, merged), domains: domainsOf(merged) }
}

const activationOf = (said: GivenSettings, merged: TenantSpec) =>
  said.command !== undefined && said.activation === undefined
    ? defaultActivation(said.command)
    : merged.activation

const domainsOf = ({ name, domains, parts }: TenantSpec) =>
  parts.includes('route') && domains.length === 0 ? [defaultDomain(name)] : domains
