'use client'

import type { TenantName } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useAgent } from '../../../client/agent.ts'
import { queryKeys } from '../../../client/query-keys.ts'

/** What of the tenant stands on the machine. */
export const useInspection = (name: TenantName) => {
  const agent = useAgent()
  return useQuery({
    queryKey: queryKeys.inspect(name),
    queryFn: ({ signal }) => agent.inspect({ name }, signal),
    refetchInterval: 30_000,
  })
}
