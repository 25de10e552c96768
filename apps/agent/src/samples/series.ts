import type { DatabaseSync } from 'node:sqlite'
import type { HostSample, HostSamples, TenantSample, TenantSamples } from '@pilot/contract'
import { readCost } from './cost.ts'
import { finestFor } from './resolutions.ts'

type Row = Readonly<Record<string, number | null>>

/** `now` in seconds since 1970. */
export const readHostSamples = (database: DatabaseSync, hours: number, now: number): HostSamples => {
  const resolution = finestFor(hours * 3600)
  const rows = database
    .prepare('SELECT * FROM host_samples WHERE resolution = ? AND at >= ? AND at <= ? ORDER BY at')
    .all(resolution, now - hours * 3600, now) as Row[]
  return { resolution, points: rows.map(toHostSample), cost: readCost(database) }
}

export const readTenantSamples = (
  database: DatabaseSync,
  name: string,
  hours: number,
  now: number,
): TenantSamples => {
  const resolution = finestFor(hours * 3600)
  // The resolution stands in the statement: by that SQLite sees that the partial index fits.
  const rows = database
    .prepare(
      `SELECT * FROM tenant_samples WHERE resolution = ${resolution}
        AND tenant = (SELECT id FROM tenants WHERE name = ?) AND at >= ? AND at <= ? ORDER BY at`,
    )
    .all(name, now - hours * 3600, now) as Row[]
  return { resolution, points: rows.map(toTenantSample) }
}

const toHostSample = (row: Row): HostSample => ({
  ...common(row),
  tenants: known(row, 'tenants'),
  awake: known(row, 'awake'),
  processes: known(row, 'processes'),
  systemd: row['systemd'] ?? null,
  pilot: row['pilot'] ?? null,
  total: known(row, 'total'),
  available: known(row, 'available'),
})

const toTenantSample = (row: Row): TenantSample => ({
  ...common(row),
  awakeSeconds: known(row, 'awake') / 1000,
})

const common = (row: Row) => ({
  at: new Date(known(row, 'at') * 1000).toISOString(),
  wakes: known(row, 'wakes'),
  pss: row['pss'] ?? null,
  memoryCurrent: row['memory'] ?? null,
  cpuSeconds: typeof row['cpu'] === 'number' ? row['cpu'] / 1e6 : null,
  tasks: row['tasks'] ?? null,
})

const known = (row: Row, column: string): number => row[column] ?? 0
