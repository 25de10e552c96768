import type { DatabaseSync } from 'node:sqlite'
import { everySeconds } from './resolutions.ts'

/**
 * Ends the runs whose end nobody has told, of tenants that do not run at `now` (seconds): with the last sample that saw
 * them. A power cut tells of no end, nor does a user's manager (runs/read-runs.ts).
 */
export const closeLost = (database: DatabaseSync, running: ReadonlySet<number>, now: number): void => {
  const open = database.prepare('SELECT tenant, at FROM wakes WHERE ended IS NULL AND at < ?')
  const seen = database.prepare(
    `SELECT max(at) AS at FROM tenant_samples WHERE resolution = ${everySeconds} AND tenant = ? AND at >= ?`,
  )
  const end = database.prepare('UPDATE wakes SET ended = ? WHERE tenant = ? AND at = ?')
  // One that has just begun may not have been running when that was looked at.
  for (const { tenant, at } of open.all((now - 2) * 1e6) as unknown as { tenant: number; at: number }[]) {
    if (running.has(tenant)) continue
    const last = seen.get(tenant, Math.floor(at / 1e6) - everySeconds)?.['at']
    const until = last === null || last === undefined ? at : (Number(last) + everySeconds) * 1e6
    end.run(Math.min(Math.max(until, at), now * 1e6), tenant, at)
  }
}
