import type { DatabaseSync } from 'node:sqlite'
import { percentilesOf } from './percentiles.ts'
import { everySeconds } from './resolutions.ts'

/** Stores what this run has cost, in microseconds of processor time. */
export const keepCost = (database: DatabaseSync, now: number, cpu: number): void => {
  database
    .prepare('INSERT OR REPLACE INTO runs (at, cpu) VALUES (?, ?)')
    .run(Math.round(now), Math.round(cpu))
}

/** Of the runs of the last hour. The share is of their mean: that of once a minute, which do more, is in it. */
export const readCost = (database: DatabaseSync) => {
  const costs = database
    .prepare('SELECT cpu FROM runs')
    .all()
    .map(({ cpu }) => Number(cpu) / 1000)
  const median = percentilesOf(costs)?.p50
  if (median === undefined) return null
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  return {
    runs: costs.length,
    cpuMilliseconds: median,
    everySeconds,
    ofCore: mean / 1000 / everySeconds,
  }
}
