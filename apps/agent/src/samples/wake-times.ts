import type { DatabaseSync } from 'node:sqlite'
import type { WakeTimes } from '@pilot/contract'
import { histogramOf, percentilesOf } from './percentiles.ts'

/** Of one tenant, or of all; `now` in seconds since 1970. */
export const readWakeTimes = (
  database: DatabaseSync,
  name: string | undefined,
  hours: number,
  now: number,
): WakeTimes => {
  const where = `FROM wakes WHERE at >= ? AND at <= ?
    ${name === undefined ? '' : 'AND tenant = (SELECT id FROM tenants WHERE name = ?)'}`
  const values = [(now - hours * 3600) * 1e6, now * 1e6, ...(name === undefined ? [] : [name])]
  const all = database.prepare(`SELECT count(*) AS n, min(at) AS at ${where}`).get(...values)
  const rows = database
    .prepare(`SELECT start, ready, first_byte, whole ${where} ORDER BY at DESC LIMIT ${mostRead}`)
    .all(...values) as Row[]
  const milliseconds = (part: keyof Row): number[] =>
    rows.flatMap((row) => (row[part] === null ? [] : [row[part] / 1000]))
  const whole = milliseconds('whole')
  const since = all?.['at']
  return {
    wakes: Number(all?.['n']),
    since: typeof since === 'number' ? new Date(since / 1000).toISOString() : null,
    whole: percentilesOf(whole),
    start: percentilesOf(milliseconds('start')),
    ready: percentilesOf(milliseconds('ready')),
    firstByte: percentilesOf(milliseconds('first_byte')),
    histogram: histogramOf(whole),
  }
}

/** Times are of the newest so many: half a second of work. */
const mostRead = 100_000

/** Microseconds. */
type Row = Readonly<Record<'start' | 'ready' | 'first_byte' | 'whole', number | null>>
