import {
  allParts,
  defaultDomain,
  findDifference,
  findFixedDifference,
  mergeSettings,
  hasPart,
  PilotError,
  withFixedSettings,
  type GivenSettings,
  type Parts,
  type TenantName,
  type TenantSpec,
} from '@pilot/contract'
import { activationAfter } from './activation-after.ts'
import { demandOwnDomains } from './demand-own-domains.ts'
import { newSpec } from './new-spec.ts'

export interface Found {
  readonly spec: TenantSpec
  /**
   * `settled` is whole and provisioned without a problem: then a create command changes nothing of it. `leaving` is
   * deleted, but not to the end: its settings count no more, except those that tell where its units still are.
   */
  readonly state: 'settled' | 'unsettled' | 'leaving'
}

/**
 * What a create or setup command makes of a tenant: a new one, the same one healed, or one of some parts
 * completed with what this command says. Throws `tenant-exists` where a settled tenant is otherwise, or what is fixed
 * is of any, and `invalid-input` where something is said of a domain that is not the tenant's.
 */
export const mergeSpec = (
  name: TenantName,
  said: GivenSettings,
  parts: Parts,
  found: Found | undefined,
): TenantSpec => {
  const spec = merge(name, said, parts, found)
  demandOwnDomains(spec, said)
  return spec
}

const merge = (name: TenantName, said: GivenSettings, parts: Parts, found: Found | undefined): TenantSpec => {
  if (found === undefined) return newSpec(name, said, parts)
  const findIn = found.state === 'settled' ? findDifference : findFixedDifference
  const difference = findIn(found.spec, said)
  if (difference !== undefined) throw new PilotError({ code: 'tenant-exists', tenant: name, difference })
  if (found.state === 'settled') return found.spec
  if (found.state === 'leaving') return newSpec(name, withFixedSettings(found.spec, said), parts)
  const merged = { ...mergeSettings(found.spec, said), parts: joinParts(found.spec.parts, parts) }
  return { ...merged, ...activationAfter(found.spec, said), domains: domainsOf(merged) }
}

/** A tenant that has come to have every part is whole from then on. */
const joinParts = (before: Parts, added: Parts): Parts => {
  const joined = allParts.filter(
    (part) => hasPart({ parts: before }, part) || hasPart({ parts: added }, part),
  )
  return joined.length === allParts.length ? undefined : joined
}

const domainsOf = (merged: TenantSpec) =>
  hasPart(merged, 'route') && merged.domains.length === 0 ? [defaultDomain(merged.name)] : merged.domains
