import { PilotError, type StepName, type TenantName, type TenantSpec } from '@pilot/contract'
import { findDifference } from './difference.ts'
import { defaultActivation, defaultDomain, inOrder, newSpec, type Settings } from './new-spec.ts'

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
  settings: Settings,
  parts: readonly StepName[],
  found: Found | undefined,
): TenantSpec => {
  if (found === undefined) return newSpec(name, settings, parts)
  if (found.settled) {
    const difference = findDifference(found.spec, settings)
    if (difference !== undefined) throw new PilotError({ code: 'tenant-exists', tenant: name, difference })
    return found.spec
  }
  const merged = { ...found.spec, ...settings, parts: inOrder([...found.spec.parts, ...parts]) }
  return { ...merged, activation: activationOf(settings, merged), domains: domainsOf(merged) }
}

const activationOf = (settings: Settings, merged: TenantSpec) =>
  settings.command !== undefined && settings.activation === undefined
    ? defaultActivation(settings.command)
    : merged.activation

const domainsOf = ({ name, domains, parts }: TenantSpec) =>
  parts.includes('route') && domains.length === 0 ? [defaultDomain(name)] : domains
