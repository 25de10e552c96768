import { useEffect, useState } from 'react'

/** Milliseconds since it began to run; stands still, at its last value, when it does not. */
export const useElapsed = (isRunning: boolean): number => {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const began = performance.now()
    const timer = setInterval(() => setElapsed(performance.now() - began), 500)
    return () => {
      clearInterval(timer)
      setElapsed(0)
    }
  }, [isRunning])
  return elapsed
}
