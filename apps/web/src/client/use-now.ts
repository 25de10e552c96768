'use client'

import { useEffect, useState } from 'react'

/**
 * The browser's time, milliseconds since 1970, again every so many milliseconds. At first `initial`: what the server
 * drew with, so that the browser begins with the same.
 */
export const useNow = (interval: number, initial: number): number => {
  const [now, setNow] = useState(initial)
  useEffect(() => {
    const tick = (): void => setNow(Date.now())
    const first = setTimeout(tick)
    const timer = setInterval(tick, interval)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [interval])
  return now
}
