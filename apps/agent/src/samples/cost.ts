import type { DatabaseSync } from 'node:sqlite'
import { percentilesOf } from './percentiles.ts'
import { restSeconds } from './fill-rest.ts'
import { everySeconds } from './resolutions.ts'

/** Stores what this look has cost, in microseconds of processor time. */
export const keepCost = (database: DatabaseSync, now: number, cpu: number): void => {
  database
    .prepare('INSERT OR REPLACE INTO runs (at, cpu) VALUES (?, ?)')
    .run(Math.round(now), Math.round(cpu))
}

/** Of the looks of the last hour. The share is of the time that they tell of: of a pause nobody knows. */
export const readCost = (database: DatabaseSync) => {
  const looks = database.prepare('SELECT at, cpu FROM runs ORDER BY at').all() as unknown as readonly Look[]
  const median = percentilesOf(looks.map(({ cpu }) => cpu / 1000))?.p50
  if (median === undefined) return null
  const told = (at: number, index: number): number =>
    Math.min(at - (looks[index - 1]?.at ?? at - everySeconds), restSeconds)
  return {
    runs: looks.length,
    cpuMilliseconds: median,
    ofCore:
      looks.reduce((sum, { cpu }) => sum + cpu, 0) /
      1e6 /
      looks.reduce((sum, { at }, index) => sum + told(at, index), 0),
  }
}

/** Seconds since 1970, and microseconds. */
interface Look {
  readonly at: number
  readonly cpu: number
}
