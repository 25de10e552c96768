import type { ListQuery, Overview, TenantState, TenantStatus, WatchEvent } from '@pilot/contract'
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
    const query = (key[1] ?? {}) as Partial<ListQuery>
    incomplete ||= misses(query, list, event)
    const tenants = list.tenants.map((tenant) => changed.get(tenant.name) ?? tenant)
    // Of a search the agent counts only what matches, and only it knows how much that is now.
    const counts = query.search === undefined ? event.counts : list.counts
    cache.setQueryData<ListAnswer>(key, { ...list, tenants, counts })
  }
  return incomplete
}

/** True where the rows may be others now, or in another order; a change of a row on another page is none. */
const misses = (
  { search, states, sort = 'name' }: Partial<ListQuery>,
  { tenants, counts }: ListAnswer,
  event: WatchEvent,
): boolean => {
  if (states !== undefined || sort === 'state') return event.changed.length > 0
  if (search === undefined) return present(counts) !== present(event.counts)
  const known = new Set(tenants.map(({ name }) => name))
  return event.changed.some(
    ({ name, spec }) => !known.has(name) && [name, ...spec.domains].some((text) => text.includes(search)),
  )
}

const present = (counts: ListAnswer['counts']): number =>
  Object.entries(counts).reduce((sum, [state, count]) => sum + (state === 'deleted' ? 0 : count), 0)
