'use client'

import type { CreateTenantInput, PlannedStep, Problem } from '@pilot/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { useSettled } from '../../client/use-settled.ts'

export interface Plan {
  readonly steps: readonly PlannedStep[]
  readonly problem: Problem | null
  /** The steps are those of what was typed before. */
  readonly isOld: boolean
}

/** What the agent would do for this input, asked for a quarter of a second after the last change. */
export const usePlan = (input: CreateTenantInput | null): Plan => {
  const agent = useAgent()
  const text = input === null ? null : JSON.stringify(input)
  const asked = useSettled(text, 250)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['plan', asked],
    queryFn: ({ signal }) => agent.planCreate(JSON.parse(asked ?? '') as CreateTenantInput, signal),
    enabled: asked !== null,
    // The machine may be another in a moment.
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  return {
    steps: data ?? [],
    problem: error === null || asked === null ? null : problemOf(error),
    isOld: isPlaceholderData || asked !== text,
  }
}
