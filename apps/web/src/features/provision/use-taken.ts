'use client'

import type { BrowserClient } from '@pilot/api/client/browser'
import type { TakenOnHost, TenantStatus } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'

/** Read once for a whole list, as asking for a thousand names one by one would take a thousand calls. */
export const useTaken = (isWanted: boolean): TakenOnHost | undefined => {
  const agent = useAgent()
  return useQuery({
    queryKey: ['taken'],
    queryFn: ({ signal }) => readTaken(agent, signal),
    enabled: isWanted,
    staleTime: 10_000,
  }).data
}

const portion = 1000

const readTaken = async (agent: BrowserClient, signal: AbortSignal): Promise<TakenOnHost> => {
  const tenants = new Map<string, TenantStatus>()
  for (let offset = 0, total = 1; offset < total; offset += portion) {
    const answer = await agent.list(
      { sort: 'name', descending: false, offset, limit: portion, deleted: false },
      signal,
    )
    total = answer.total
    for (const status of answer.tenants) tenants.set(status.name, status)
  }
  // No other name leads here: the server answers only to its own.
  return { tenants, ownDomain: location.hostname }
}
