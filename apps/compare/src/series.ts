export const seriesOf = (values: readonly number[]): { median: number; values: number[] } => {
  const rounded = values.map((value) => Math.round(value * 1000) / 1000)
  return { median: medianOf(rounded), values: rounded }
}

export const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
