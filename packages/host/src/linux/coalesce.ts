/**
 * Calls that come while one runs share the next run: the running one may have begun before what they want to be
 * seen was there.
 */
export const coalesce = (task: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const begin = (): Promise<void> => {
    running = task().finally(() => (running = undefined))
    return running
  }
  return () => {
    if (running === undefined) return begin()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}
