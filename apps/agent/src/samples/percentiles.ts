/** Of values in any order, by the nearest rank; null where there is none. */
export const percentilesOf = (values: readonly number[]) => {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Neighbouring bins that hold all of the values, those between them too where they are empty. */
export const histogramOf = (values: readonly number[]): { from: number; to: number; count: number }[] => {
  const counts = new Map<number, number>()
  for (const value of values) {
    const bin = binOf(value)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const bins = [...counts.keys()]
  const [first, last] = [Math.min(...bins), Math.max(...bins)]
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: edges[first + index] ?? 0,
    to: edges[first + index + 1] ?? 0,
    count: counts.get(first + index) ?? 0,
  }))
}

/** Milliseconds: every 5 up to 100, then coarser in about the same proportion. */
const edges = [
  ...Array.from({ length: 20 }, (_, index) => index * 5),
  100,
  110,
  120,
  130,
  140,
  150,
  160,
  180,
  200,
  220,
  240,
  260,
  280,
  300,
  350,
  400,
  450,
  500,
  600,
  700,
  800,
  900,
  1000,
  1200,
  1400,
  1600,
  1800,
  2000,
  2500,
  3000,
  4000,
  5000,
  7000,
  10_000,
  20_000,
  50_000,
  100_000,
  200_000,
  500_000,
  1_000_000,
  10_000_000,
]

const binOf = (value: number): number => {
  const above = edges.findIndex((edge) => edge > value)
  return Math.max(0, (above === -1 ? edges.length - 1 : above) - 1)
}
