'use client'

import type { HostSamples, TenantName, TenantSamples, WakeTimes } from '@pilot/contract'
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { rangeHours, type Range } from './range.ts'

// Read by the browser, not with the page: a day of them is more than the rest of the page together.

export const useHostSamples = (range: Range): UseQueryResult<HostSamples> => {
  const agent = useAgent()
  const hours = rangeHours[range]
  return useQuery({
    queryKey: queryKeys.hostSamples(hours),
    queryFn: ({ signal }) => agent.hostSamples({ hours }, signal),
    refetchInterval: again[range],
    placeholderData: keepPreviousData,
  })
}

export const useTenantSamples = (name: TenantName, range: Range): UseQueryResult<TenantSamples> => {
  const agent = useAgent()
  const hours = rangeHours[range]
  return useQuery({
    queryKey: queryKeys.tenantSamples(name, hours),
    queryFn: ({ signal }) => agent.tenantSamples({ name, hours }, signal),
    refetchInterval: again[range],
    placeholderData: keepPreviousData,
  })
}

/** Of one tenant, or of all. */
export const useWakeTimes = (range: Range, name?: TenantName): UseQueryResult<WakeTimes> => {
  const agent = useAgent()
  const query = { ...(name === undefined ? {} : { name }), hours: rangeHours[range] }
  return useQuery({
    queryKey: queryKeys.wakeTimes(query),
    queryFn: ({ signal }) => agent.wakeTimes(query, signal),
    refetchInterval: again[range],
    placeholderData: keepPreviousData,
  })
}

/** As often as something new can be there, milliseconds. */
const again: Record<Range, number> = { '1h': 10_000, '24h': 60_000, '7d': 300_000, '90d': 300_000 }
