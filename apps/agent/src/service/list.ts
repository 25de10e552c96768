import type { Caller, TenantService } from '@pilot/api/service'
import { TenantState, type ListQuery } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { countStates } from '../tenants/count-states.ts'
import { seeTenants, withTimes, type SeeingParts } from '../tenants/see-tenants.ts'
import { statusFor, statusOf } from '../tenants/status.ts'
import { stateOf, type Seen } from '../tenants/tenant-state.ts'
import type { TenantRecord } from '../store/index.ts'

type Parts = SeeingParts & Pick<Agent, 'config'>

/** `counts` and `total` are those of all tenants that the search matches, before the page is cut. */
export const listTenants = async (
  agent: Parts,
  query: ListQuery,
  caller: Caller,
): ReturnType<TenantService['list']> => {
  const records = inOrder(agent.store.tenants.list()).filter(matcherOf(query))
  const all = (await seeTenants(agent, records)).map((seen) => ({ seen, state: stateOf(seen).state }))
  const shown = all
    .filter(({ state }) => query.deleted || query.states?.includes('deleted') === true || state !== 'deleted')
    .filter(({ state }) => query.states?.includes(state) ?? true)
  // The sort is stable: equal ones stay in the order of their names.
  if (query.sort !== 'name') shown.sort(orders[query.sort])
  if (query.descending) shown.reverse()
  const page = shown.slice(query.offset, query.offset + query.limit).map(({ seen }) => seen)
  const [port = 80] = agent.config.httpPorts
  return {
    tenants: (await withTimes(agent, page)).map((seen) => statusFor(caller, statusOf(seen, port))),
    total: shown.length,
    counts: countStates(all.map(({ state }) => state)),
  }
}

/** By name, user2 before user10. Sorted once for each answer of the store, as it takes longer than all the rest. */
const inOrder = (records: readonly TenantRecord[]): readonly TenantRecord[] => {
  const known = sorted.get(records)
  if (known !== undefined) return known
  const ordered = records.toSorted((a, b) => compare(a.spec.name, b.spec.name))
  sorted.set(records, ordered)
  return ordered
}

const sorted = new WeakMap<readonly TenantRecord[], readonly TenantRecord[]>()
const compare = new Intl.Collator('en', { numeric: true }).compare

const matcherOf = ({ search }: ListQuery): ((record: TenantRecord) => boolean) => {
  if (search === undefined) return () => true
  const wanted = search.toLowerCase()
  return ({ spec: { name, domains } }) => [name, ...domains].some((text) => text.includes(wanted))
}

interface Row {
  readonly seen: Seen
  readonly state: TenantState
}

const orders: Record<Exclude<ListQuery['sort'], 'name'>, (a: Row, b: Row) => number> = {
  state: (a, b) => TenantState.options.indexOf(a.state) - TenantState.options.indexOf(b.state),
  created: (a, b) =>
    a.seen.record.createdAt < b.seen.record.createdAt
      ? -1
      : Number(a.seen.record.createdAt > b.seen.record.createdAt),
}
