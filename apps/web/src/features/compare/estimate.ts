import type { ComparisonSummary } from '@pilot/contract'

interface Asked {
  readonly count: number
  readonly starts: number
  readonly variants: readonly unknown[]
}

/**
 * How long it will take, milliseconds, by how long the last one took here that was carried out to its end: the work is
 * that of making, starting and removing each. null before there was one.
 */
export const estimate = (asked: Asked, earlier: readonly ComparisonSummary[]): number | null => {
  const last = earlier.find(({ state, finishedAt }) => state === 'done' && finishedAt !== null)
  if (last?.finishedAt == null) return null
  const took = Date.parse(last.finishedAt) - Date.parse(last.startedAt)
  return Math.round((took / workOf(last)) * workOf(asked))
}

const workOf = ({ count, starts, variants }: Asked): number =>
  Math.max(1, variants.length) * (2 * count + starts)
