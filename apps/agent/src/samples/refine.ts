import type { DatabaseSync } from 'node:sqlite'
import { everySeconds, spanOf } from './resolutions.ts'

/**
 * Puts what the journal told into the finest spans from `from` to `to` (seconds): for how long each tenant was awake,
 * and how often it woke. A sample sees only who is awake at its moment.
 */
export const refine = (database: DatabaseSync, from: number, to: number): void => {
  const runs = database
    .prepare(
      'SELECT tenant, at, ended FROM wakes WHERE at < ?2 AND (at >= ?1 OR ended >= ?1 OR ended IS NULL)',
    )
    .all(from * 1e6, to * 1e6) as unknown as readonly Run[]
  const put = database.prepare(`
    INSERT INTO tenant_samples (resolution, at, tenant, awake, wakes) VALUES (${everySeconds}, ?, ?, ?, ?)
    ON CONFLICT (resolution, at, tenant) DO UPDATE SET awake = excluded.awake, wakes = excluded.wakes`)
  const total = database.prepare('UPDATE tenants SET awake = awake + ? WHERE id = ?')
  for (const [tenant, spans] of spansOf(runs, from, to)) {
    let awake = 0
    for (const [at, span] of spans) {
      put.run(at, tenant, Math.round(span.awake), span.wakes)
      awake += span.awake
    }
    total.run(Math.round(awake), tenant)
  }
  database
    .prepare(
      `UPDATE host_samples SET wakes = (SELECT ifnull(sum(wakes), 0) FROM tenant_samples AS t
        WHERE t.resolution = ${everySeconds} AND t.at = host_samples.at)
      WHERE resolution = ${everySeconds} AND at >= ? AND at < ?`,
    )
    .run(from, to)
}

interface Run {
  readonly tenant: number
  /** Microseconds since 1970. */
  readonly at: number
  readonly ended: number | null
}

interface Span {
  /** Milliseconds. */
  awake: number
  wakes: number
}

const spansOf = (runs: readonly Run[], from: number, to: number): Map<number, Map<number, Span>> => {
  const all = new Map<number, Map<number, Span>>()
  for (const { tenant, at, ended } of runs) {
    const begun = at / 1e6
    const end = Math.min(to, ended === null ? to : ended / 1e6)
    const spans = all.get(tenant) ?? new Map<number, Span>()
    all.set(tenant, spans)
    for (
      let span = spanOf(Math.max(begun, from), everySeconds);
      span <= end && span < to;
      span += everySeconds
    ) {
      const found = spans.get(span) ?? { awake: 0, wakes: 0 }
      found.awake += Math.max(0, Math.min(end, span + everySeconds) - Math.max(begun, span)) * 1000
      if (begun >= span && begun < span + everySeconds) found.wakes += 1
      spans.set(span, found)
    }
  }
  return all
}
