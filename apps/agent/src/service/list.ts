import type { PilotService } from '@pilot/api/service'
import { TenantState, type ListQuery, type TenantStatus } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { seeTenants } from '../observe/see-tenants.ts'
import { statusOf } from '../observe/status.ts'

/** `counts` and `total` are those of all tenants that the search matches, before the page is cut. */
export const listTenants = async (agent: Agent, query: ListQuery): ReturnType<PilotService['list']> => {
  const { search } = query
  const records = agent.store.tenants
    .list()
    .filter(({ spec: { name, domains } }) =>
      search === undefined ? true : [name, ...domains].some((text) => text.includes(search.toLowerCase())),
    )
  const [port = 80] = agent.settings.httpPorts
  const all = (await seeTenants(agent, records)).map((seen) => statusOf(seen, port))
  const shown = all
    .filter(({ state }) => query.deleted || query.states?.includes('deleted') === true || state !== 'deleted')
    .filter(({ state }) => query.states?.includes(state) ?? true)
    .sort(orders[query.sort])
  if (query.descending) shown.reverse()
  return {
    tenants: shown.slice(query.offset, query.offset + query.limit),
    total: shown.length,
    counts: countStates(all),
  }
}

const compare = new Intl.Collator('en', { numeric: true }).compare

const orders: Record<ListQuery['sort'], (a: TenantStatus, b: TenantStatus) => number> = {
  name: (a, b) => compare(a.name, b.name),
  state: (a, b) =>
    TenantState.options.indexOf(a.state) - TenantState.options.indexOf(b.state) || compare(a.name, b.name),
  created: (a, b) => a.createdAt.localeCompare(b.createdAt) || compare(a.name, b.name),
}

const countStates = (all: readonly TenantStatus[]): Record<TenantState, number> => {
  const counts = Object.fromEntries(TenantState.options.map((state) => [state, 0])) as Record<
    TenantState,
    number
  >
  for (const { state } of all) counts[state] += 1
  return counts
}
