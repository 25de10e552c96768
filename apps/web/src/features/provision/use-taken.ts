'use client'

import type { BrowserClient } from '@pilot/api/client/browser'
import { useQuery } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'

/** What tenants of this host have: their names, and each domain with its tenant. */
export interface Taken {
  readonly names: ReadonlySet<string>
  readonly domains: ReadonlyMap<string, string>
}

/** Read once for a whole list, as asking for a thousand names one by one would take a thousand calls. */
export const useTaken = (isWanted: boolean): Taken | undefined => {
  const agent = useAgent()
  return useQuery({
    queryKey: ['taken'],
    queryFn: ({ signal }) => readTaken(agent, signal),
    enabled: isWanted,
    staleTime: 10_000,
  }).data
}

const portion = 1000

const readTaken = async (agent: BrowserClient, signal: AbortSignal): Promise<Taken> => {
  const names = new Set<string>()
  const domains = new Map<string, string>()
  for (let offset = 0, total = 1; offset < total; offset += portion) {
    const answer = await agent.list(
      { sort: 'name', descending: false, offset, limit: portion, deleted: false },
      signal,
    )
    total = answer.total
    for (const { name, spec } of answer.tenants) {
      names.add(name)
      for (const domain of spec.domains) domains.set(domain, name)
    }
  }
  return { names, domains }
}
