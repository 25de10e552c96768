export interface TimedPoint {
  /** Milliseconds since 1970. */
  readonly time: number
  readonly value: number
}

/**
 * The stretches that a line may be drawn through: it ends where nothing was measured, and where more time passed than
 * between two samples. `reach` is the most that may lie between two points, in milliseconds.
 */
export const segments = (
  times: readonly number[],
  values: readonly (number | null)[],
  reach: number,
): TimedPoint[][] => {
  const found: TimedPoint[][] = []
  let last: number | null = null
  times.forEach((time, index) => {
    const value = values[index] ?? null
    if (value === null) {
      last = null
      return
    }
    if (last === null || time - last > reach) found.push([])
    found.at(-1)?.push({ time, value })
    last = time
  })
  return found
}
