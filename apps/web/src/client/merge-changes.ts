import type { Overview, TenantState, TenantStatus, WatchEvent } from '@pilot/contract'
import type { QueryClient } from '@tanstack/react-query'
import { queryKeys } from './query-keys.ts'

interface ListAnswer {
  readonly tenants: readonly TenantStatus[]
  readonly total: number
  readonly counts: Readonly<Record<TenantState, number>>
}

/**
 * Puts what changed into the answers that are kept. Returns true where a list misses something that only the agent
 * can tell: a tenant that is new to it or gone, so that its order or its total is another.
 */
export const mergeChanges = (cache: QueryClient, event: WatchEvent): boolean => {
  const changed = new Map(event.changed.map((status) => [status.name, status]))
  for (const status of event.changed) cache.setQueryData(queryKeys.show(status.name), status)
  cache.setQueryData<Overview>(
    queryKeys.overview,
    (overview) => overview && { ...overview, counts: event.counts },
  )

  let incomplete = event.removed.length > 0
  for (const [key, list] of cache.getQueriesData<ListAnswer>({ queryKey: queryKeys.lists })) {
    if (list === undefined) continue
    const known = new Set(list.tenants.map(({ name }) => name))
    incomplete ||= event.changed.some(({ name }) => !known.has(name))
    const tenants = list.tenants.map((tenant) => changed.get(tenant.name) ?? tenant)
    cache.setQueryData<ListAnswer>(key, { ...list, tenants, counts: event.counts })
  }
  return incomplete
}
