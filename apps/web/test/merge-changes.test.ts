import { TenantState, type TenantStatus, type WatchEvent } from '@pilot/contract'
import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { mergeChanges } from '../src/client/merge-changes.ts'
import { queryKeys } from '../src/client/query-keys.ts'

const tenant = (name: string, state: TenantState): TenantStatus =>
  ({ name, state, spec: { domains: [`${name}.localhost`] } }) as unknown as TenantStatus
const countsOf = (numbers: Partial<WatchEvent['counts']>): WatchEvent['counts'] => ({
  ...(Object.fromEntries(TenantState.options.map((state) => [state, 0])) as WatchEvent['counts']),
  ...numbers,
})
const kept = (query: object) => {
  const cache = new QueryClient()
  cache.setQueryData(queryKeys.list(query), {
    tenants: [tenant('shop', 'asleep')],
    total: 2,
    counts: countsOf({ asleep: 2 }),
  })
  return {
    cache,
    read: () =>
      cache.getQueryData<{ tenants: TenantStatus[]; counts: WatchEvent['counts'] }>(queryKeys.list(query)),
  }
}
const woken = (name: string): WatchEvent => ({
  changed: [tenant(name, 'awake')],
  removed: [],
  counts: countsOf({ asleep: 1, awake: 1 }),
})

it('a change is in its row and in the counts at once, without another reading', () => {
  const { cache, read } = kept({})
  expect(mergeChanges(cache, woken('shop'))).toBe(false)
  expect(read()?.tenants.map(({ state }) => state)).toEqual(['awake'])
  expect(read()?.counts.awake).toBe(1)
})

it('a change of a row on another page reads nothing again', () =>
  expect(mergeChanges(kept({ offset: 0, limit: 1 }).cache, woken('blog'))).toBe(false))

it('a new tenant makes the lists be read again', () =>
  expect(mergeChanges(kept({}).cache, { ...woken('new'), counts: countsOf({ asleep: 2, awake: 1 }) })).toBe(
    true,
  ))

it('a list by state is read again, as the row may have left it', () => {
  expect(mergeChanges(kept({ states: ['asleep'] }).cache, woken('shop'))).toBe(true)
  expect(mergeChanges(kept({ sort: 'state' }).cache, woken('shop'))).toBe(true)
})

it('a search keeps its own counts, and is read again for what it may miss', () => {
  const { cache, read } = kept({ search: 'sho' })
  expect(mergeChanges(cache, woken('blog'))).toBe(false)
  expect(read()?.counts.asleep).toBe(2)
  expect(mergeChanges(cache, woken('shoes'))).toBe(true)
})
