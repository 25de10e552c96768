import type { DatabaseSync } from 'node:sqlite'
import type { HostSamples, TenantSamples, WakeTimes } from '@pilot/contract'
import { inTransaction } from '../store/transaction.ts'
import { renderMetrics } from './metrics.ts'
import { readHostSamples, readTenantSamples } from './series.ts'
import { readWakeTimes } from './wake-times.ts'

export { wakeLine } from './wake-line.ts'
export { openSamples } from './database.ts'

/** What the sampler has stored. */
export interface Samples {
  host(hours: number, now: Date): HostSamples
  tenant(name: string, hours: number, now: Date): TenantSamples
  wakeTimes(name: string | undefined, hours: number, now: Date): WakeTimes
  /** What is known of the wake that began at this moment, ISO 8601. */
  partsOf(name: string, at: string): WakeParts | undefined
  metrics(): string
  /** All figures of a tenant go. */
  forget(name: string): void
  close(): void
}

/** Milliseconds; null where not observed. */
export interface WakeParts {
  readonly start: number | null
  readonly ready: number | null
  readonly firstByte: number | null
}

/** Opened when it is first needed, which for most of the agent's lives is never. */
export const createSamples = (open: () => DatabaseSync): Samples => {
  let opened: DatabaseSync | undefined
  const database = (): DatabaseSync => (opened ??= open())
  const seconds = (now: Date): number => now.getTime() / 1000
  return {
    host: (hours, now) => readHostSamples(database(), hours, seconds(now)),
    tenant: (name, hours, now) => readTenantSamples(database(), name, hours, seconds(now)),
    wakeTimes: (name, hours, now) => readWakeTimes(database(), name, hours, seconds(now)),
    partsOf: (name, at) => readParts(database(), name, Date.parse(at)),
    metrics: () => renderMetrics(database()),
    forget: (name) => forget(database(), name),
    close: () => opened?.close(),
  }
}

const readParts = (database: DatabaseSync, name: string, milliseconds: number): WakeParts | undefined => {
  // The wake has microseconds, the moment that was asked for has not.
  const row = database
    .prepare(
      `SELECT start, ready, first_byte FROM wakes WHERE tenant = (SELECT id FROM tenants WHERE name = ?)
        AND at >= ? AND at < ?`,
    )
    .get(name, milliseconds * 1000, (milliseconds + 1) * 1000)
  const part = (column: string): number | null => {
    const value = row?.[column]
    return typeof value === 'number' ? value / 1000 : null
  }
  return row === undefined
    ? undefined
    : { start: part('start'), ready: part('ready'), firstByte: part('first_byte') }
}

const forget = (database: DatabaseSync, name: string): void =>
  inTransaction(database, () => {
    const id = database.prepare('SELECT id FROM tenants WHERE name = ?').get(name)?.['id']
    if (typeof id !== 'number') return
    database.prepare('DELETE FROM tenant_samples WHERE resolution = 900 AND tenant = ?').run(id)
    database.prepare('DELETE FROM tenant_samples WHERE resolution < 900 AND tenant = ?').run(id)
    database.prepare('DELETE FROM wakes WHERE tenant = ?').run(id)
    database.prepare('DELETE FROM tenants WHERE id = ?').run(id)
  })
