'use client'

import { useCallback } from 'react'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { useToasts } from '../../components/toaster.tsx'
import { collectNames } from './collect-names.ts'
import type { Selection } from './use-selection.ts'
import type { View } from './view.ts'

/** Adds rows of a view to the selection, those too that were not fetched yet. */
export const useChoose = (
  view: View,
  selection: Selection,
): ((range: { from?: number; to?: number }) => void) => {
  const agent = useAgent()
  const toasts = useToasts()
  return useCallback(
    (range) => {
      collectNames(agent, view, range).then(selection.add, (error: unknown) =>
        toasts.failed(problemOf(error)),
      )
    },
    [agent, selection, view, toasts],
  )
}
