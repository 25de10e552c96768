import type { State } from './state.ts'

/** All wakes there ever were by how long they took: counters for Prometheus, which never go down. */
export interface WakeCounts {
  /** Milliseconds. */
  readonly sum: number
  /** How many took at most so long as the edge of the same index, and not the one before; the last: longer than all. */
  readonly counts: readonly number[]
}

/** Milliseconds. */
export const wakeEdges = [
  10, 20, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000, 2000, 5000, 10_000,
] as const

export const readWakeCounts = (state: State): WakeCounts =>
  (state.get(name) as WakeCounts | undefined) ?? { sum: 0, counts: [...wakeEdges, Infinity].map(() => 0) }

export const createWakeCounts = (state: State): { add: (milliseconds: number) => void; keep: () => void } => {
  const { sum, counts } = readWakeCounts(state)
  const next = { sum, counts: [...counts] }
  return {
    add: (milliseconds) => {
      const index = wakeEdges.findIndex((edge) => milliseconds <= edge)
      const at = index === -1 ? wakeEdges.length : index
      next.counts[at] = (next.counts[at] ?? 0) + 1
      next.sum += milliseconds
    },
    keep: () => state.set(name, next),
  }
}

const name = 'wakeCounts'
