import { setTimeout as wait } from 'node:timers/promises'

/** The answer, or `late()` where there is none after so many milliseconds. The work itself goes on. */
export const within = async <T>(milliseconds: number, work: Promise<T>, late: () => T): Promise<T> => {
  const over = new AbortController()
  const deadline = wait(milliseconds, undefined, { signal: over.signal }).then(late)
  // It is rejected when the work was in time.
  deadline.catch(() => undefined)
  try {
    return await Promise.race([work, deadline])
  } finally {
    over.abort()
  }
}
