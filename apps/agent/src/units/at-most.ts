/** Runs what it is given, `width` at once; the others wait in the order in which they came. */
export const atMost = (width: number): (<T>(task: () => Promise<T>) => Promise<T>) => {
  let free = width
  const waiting: (() => void)[] = []
  return async (task) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
