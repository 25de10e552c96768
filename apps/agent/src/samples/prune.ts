import type { DatabaseSync } from 'node:sqlite'
import { resolutions, spanOf } from './resolutions.ts'
import type { State } from './state.ts'

/**
 * Forgets what is older than its resolution is kept, and what a clock that was wrong has put into the future. Where
 * the file has grown beyond `mostBytes` all the same, the longest time is halved until it fits.
 */
export const prune = (
  database: DatabaseSync,
  state: State,
  now: number,
  mostBytes = defaultMostBytes,
): void => {
  for (const { seconds, kept } of resolutions.slice(0, -1)) forgetSamples(database, seconds, now - kept)
  database.prepare('DELETE FROM runs WHERE at < ? OR at > ?').run(now - resolutions[0].kept, now + future)
  const hour = spanOf(now, 3600)
  const isFull = bytesIn(database) > mostBytes
  if ((state.get('pruned') as number | undefined) === hour && !isFull) return
  state.set('pruned', hour)

  const longest = resolutions[2].kept
  forgetLongAgo(database, now, longest)
  for (const table of tables) database.prepare(`DELETE FROM ${table} WHERE at > ?`).run(inFuture(table, now))
  for (let kept = longest / 2; kept >= 3600 && bytesIn(database) > mostBytes; kept /= 2)
    forgetLongAgo(database, now, kept)
  database.exec(forgetTenants)
}

/** Enough for 1,000 tenants of which a tenth is awake; docs/internals.md has the sum. */
const defaultMostBytes = 256 * 1024 * 1024

const forgetLongAgo = (database: DatabaseSync, now: number, kept: number): void => {
  for (const { seconds } of resolutions) forgetSamples(database, seconds, now - kept)
  database.prepare('DELETE FROM wakes WHERE at < ?').run((now - kept) * 1e6)
  database.exec(forgetManyWakes)
}

const forgetSamples = (database: DatabaseSync, resolution: number, before: number): void => {
  for (const table of ['host_samples', 'tenant_samples'])
    database.prepare(`DELETE FROM ${table} WHERE resolution = ? AND at < ?`).run(resolution, before)
}

const tables = ['host_samples', 'tenant_samples', 'wakes'] as const

const inFuture = (table: (typeof tables)[number], now: number): number =>
  table === 'wakes' ? (now + future) * 1e6 : now + future

/** Seconds. */
const future = 120

// One that wakes without end takes no more room than one that wakes every quarter of an hour.
const forgetManyWakes = `
  DELETE FROM wakes WHERE (tenant, at) IN (
    SELECT tenant, at FROM (SELECT tenant, at, row_number() OVER (PARTITION BY tenant ORDER BY at DESC) AS n
      FROM wakes WHERE tenant IN (SELECT tenant FROM wakes GROUP BY tenant HAVING count(*) > 8640)) WHERE n > 8640)`

// Ids of tenants that were deleted long ago.
const forgetTenants = `
  DELETE FROM tenants WHERE NOT EXISTS (SELECT 1 FROM wakes WHERE tenant = tenants.id)
    AND NOT EXISTS (SELECT 1 FROM tenant_samples WHERE tenant = tenants.id AND resolution = 900)
    AND id NOT IN (SELECT tenant FROM tenant_samples WHERE resolution < 900)`

const bytesIn = (database: DatabaseSync): number => {
  const pragma = (name: string): number =>
    Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0])
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size')
}
