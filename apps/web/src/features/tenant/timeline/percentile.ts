/** The nearest-rank percentile, so always one of the values; undefined of none. `percent` is above 0 up to 100. */
export const percentile = (values: readonly number[], percent: number): number | undefined => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1]
}
