'use client'

import { useCallback, useEffect, useRef } from 'react'

/** Calls `work` soon after it is asked for, but never more often than every so many milliseconds. */
export const useAtMostEvery = (milliseconds: number, work: () => void): (() => void) => {
  const latest = useRef(work)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      if (document.visibilityState === 'visible') latest.current()
    }, milliseconds)
  }, [milliseconds])
}
