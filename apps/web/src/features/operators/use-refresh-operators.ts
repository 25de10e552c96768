'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { queryKeys } from '../../client/query-keys.ts'

/** Reads again what a change of an operator changes, and the page itself: it may have been the reader. */
export const useRefreshOperators = (): (() => void) => {
  const cache = useQueryClient()
  const router = useRouter()
  return () => {
    void cache.invalidateQueries({ queryKey: queryKeys.operators })
    void cache.invalidateQueries({ queryKey: ['sessions'] })
    void cache.invalidateQueries({ queryKey: ['tokens'] })
    router.refresh()
  }
}
