'use client'

import type { Comparison, ComparisonSummary } from '@pilot/contract'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { findRunning } from './queries.ts'

/** All comparisons, newest first; read again while one runs, which somebody else may have begun or ended. */
export const useComparisons = (): UseQueryResult<readonly ComparisonSummary[]> => {
  const agent = useAgent()
  return useQuery({
    queryKey: queryKeys.comparisons,
    queryFn: ({ signal }) => agent.comparisons({}, signal),
    refetchInterval: ({ state }) => (findRunning(state.data ?? []) === undefined ? 30_000 : 5000),
  })
}

export const useComparison = (id: string): UseQueryResult<Comparison> => {
  const agent = useAgent()
  return useQuery({
    queryKey: queryKeys.comparison(id),
    queryFn: ({ signal }) => agent.comparison({ id }, signal),
  })
}
