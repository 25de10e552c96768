import type { ListFault } from '../facts/list-fault.ts'
import { isWhole } from '../parts.ts'
import type { TenantStatus } from '../tenant-status.ts'
import { findDifference, findFixedDifference } from './index.ts'
import { withFaults, type ListedTenant } from './list.ts'

/** What a host has already. */
export interface TakenOnHost {
  /** By name. */
  readonly tenants: ReadonlyMap<string, TenantStatus>
  /** The domain of the web interface. */
  readonly ownDomain: string
}

export interface MarkedTenant extends ListedTenant {
  /** Of its name on the host: nothing, a tenant that stays as it is, or one that is healed. */
  readonly standing: 'new' | 'stands' | 'broken'
}

/**
 * The rows with what is taken on a host; as long as that is not known nothing is. A tenant that stands there as its row says, or was not made to its end, is no
 * fault: given again, the list heals it.
 */
export const markTaken = (
  rows: readonly ListedTenant[],
  { tenants, ownDomain }: TakenOnHost = { tenants: new Map(), ownDomain: '' },
): MarkedTenant[] => {
  const owners = new Map<string, string>(
    [...tenants.values()].flatMap(({ name, spec }) => spec.domains.map((domain) => [domain, name] as const)),
  )
  const faultOf = (domain: string, name: string): ListFault[] => {
    if (domain === ownDomain)
      return [{ code: 'cell', column: 'domains', fault: { code: 'domain-of-pilot', domain } }]
    const owner = owners.get(domain)
    return owner === undefined || owner === name ? [] : [{ code: 'domain-taken', domain, tenant: owner }]
  }
  return rows.map((row) => {
    const found = tenants.get(row.name)
    const marked = { ...row, standing: standingOf(found) }
    const difference = differenceFrom(found, row)
    return difference === undefined
      ? withFaults(
          marked,
          row.domains.flatMap((domain) => faultOf(domain, row.name)),
        )
      : withFaults(marked, [{ code: 'taken', difference }])
  })
}

const standingOf = (found: TenantStatus | undefined): MarkedTenant['standing'] => {
  if (found === undefined) return 'new'
  return found.state === 'degraded' || found.state === 'partial' ? 'broken' : 'stands'
}

/** A create command changes only what was not made to its end, and of that nothing that is fixed. */
const differenceFrom = (found: TenantStatus | undefined, { input }: ListedTenant) => {
  if (found === undefined || input === null) return undefined
  // The name is no setting, and none of the two looks at it.
  return isSettled(found) ? findDifference(found.spec, input) : findFixedDifference(found.spec, input)
}

const isSettled = ({ spec, problem, reason }: TenantStatus): boolean =>
  isWhole(spec) && problem === null && reason.code !== 'being-changed'
