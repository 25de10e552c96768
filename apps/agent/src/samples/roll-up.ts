import type { DatabaseSync } from 'node:sqlite'
import { resolutions, spanOf } from './resolutions.ts'
import type { State } from './state.ts'

/**
 * Makes of finer spans the coarser ones that are over, and remembers how far it came: a second time nothing is left to
 * do. What lies behind a pause of the machine is made when it runs again; a span without samples has no row.
 */
export const rollUp = (database: DatabaseSync, state: State, now: number): void => {
  const done = { ...(state.get('rolled') as Record<string, number> | undefined) }
  for (const [index, { seconds }] of resolutions.entries()) {
    const finer = resolutions[index - 1]
    if (finer === undefined) continue
    // Where the clock was set back, what has become the present is made again.
    const from = Math.min(done[seconds] ?? 0, spanOf(now, seconds))
    const to = spanOf(now, seconds)
    database.prepare(hostSpans).run(seconds, finer.seconds, from, to)
    database.prepare(tenantSpans).run(seconds, finer.seconds, from, to)
    done[seconds] = to
  }
  state.set('rolled', done)
}

// Not `at / ?1`: numbers are bound as REAL, which only % makes whole. Means leave out what is not known, and are not known where nothing is; so are sums.
const hostSpans = `
  INSERT OR REPLACE INTO host_samples (resolution, at, tenants, awake, processes, pss, memory, cpu, tasks, wakes,
    systemd, pilot, total, available)
  SELECT ?1, at - at % ?1, avg(tenants), avg(awake), avg(processes), CAST(avg(pss) AS INTEGER),
    CAST(avg(memory) AS INTEGER), sum(cpu), avg(tasks), sum(wakes), CAST(avg(systemd) AS INTEGER),
    CAST(avg(pilot) AS INTEGER), max(total), CAST(avg(available) AS INTEGER)
  FROM host_samples WHERE resolution = ?2 AND at >= ?3 AND at < ?4 GROUP BY at - at % ?1`

// Levels weigh by the time for which it was awake.
const tenantSpans = `
  INSERT OR REPLACE INTO tenant_samples (resolution, at, tenant, awake, wakes, pss, memory, cpu, tasks)
  SELECT ?1, at - at % ?1, tenant, sum(awake), sum(wakes),
    CAST(sum(pss * 1.0 * awake) / sum(awake) FILTER (WHERE pss IS NOT NULL) AS INTEGER),
    CAST(sum(memory * 1.0 * awake) / sum(awake) FILTER (WHERE memory IS NOT NULL) AS INTEGER),
    sum(cpu), sum(tasks * awake) / sum(awake) FILTER (WHERE tasks IS NOT NULL)
  FROM tenant_samples WHERE resolution = ?2 AND at >= ?3 AND at < ?4 GROUP BY at - at % ?1, tenant`
