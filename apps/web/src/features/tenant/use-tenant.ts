'use client'

import type { TenantName, TenantStatus } from '@pilot/contract'
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useTenantChanges } from '../../client/watch.tsx'
import { mergeStatus } from './merge-status.ts'
import { addLook, type Look } from './overview/looks.ts'
import { detailsKey, looksKey, wakesQuery } from './queries.ts'

/** How often the page looks at what no event tells, milliseconds. */
const lookEvery = 5000

/** The tenant, live: changes at once, processes and memory every five seconds while the page is seen. */
export const useTenant = (name: TenantName) => {
  const agent = useAgent()
  const cache = useQueryClient()
  const query = useQuery({
    queryKey: detailsKey(name),
    queryFn: async ({ signal }) => {
      const status = await agent.show({ name }, signal)
      cache.setQueryData<readonly Look[]>(looksKey(name), (looks = []) => addLook(looks, status))
      return status
    },
    refetchInterval: lookEvery,
  })
  useTenantChanges(({ changed, removed }) => {
    const status = changed.find((each) => each.name === name)
    if (status === undefined && !removed.includes(name)) return
    if (status !== undefined)
      cache.setQueryData<TenantStatus>(detailsKey(name), (known) => mergeStatus(known, status))
    void query.refetch()
    void cache.invalidateQueries({ queryKey: queryKeys.wakes(wakesQuery(name)) })
    void cache.invalidateQueries({ queryKey: queryKeys.inspect(name) })
    void cache.invalidateQueries({ queryKey: queryKeys.audit })
  })
  return query
}

/** Its runs of the last 24 hours, newest first. */
export const useWakes = (name: TenantName) => {
  const agent = useAgent()
  const query = wakesQuery(name)
  return useQuery({
    queryKey: queryKeys.wakes(query),
    queryFn: ({ signal }) => agent.wakes(query, signal),
    refetchInterval: 60_000,
  })
}

/** Its memory as it was seen since the page was opened, oldest first. */
export const useLooks = (name: TenantName): readonly Look[] =>
  useQuery<readonly Look[]>({ queryKey: looksKey(name), queryFn: skipToken }).data ?? []
