'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Calls `work` when it is asked for, but never more often than every so many milliseconds. */
export const useAtMostEvery = (milliseconds: number, work: () => void): (() => void) => {
  const latest = useRef(work)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const workedAt = useRef(0)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined
        workedAt.current = Date.now()
        if (document.visibilityState === 'visible') latest.current()
      },
      Math.max(0, workedAt.current + milliseconds - Date.now()),
    )
  }, [milliseconds])
}
