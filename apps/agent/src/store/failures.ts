import type { DatabaseSync } from 'node:sqlite'
import { TenantName } from '@pilot/contract'
import { z } from 'zod'

/** How often a tenant's program failed in a row, and until when its socket is closed for that. */
export interface FailureRecord {
  readonly tenant: TenantName
  readonly count: number
  /** systemd's Result= of the unit that failed. */
  readonly result: string
  readonly status: number | null
  /** Milliseconds since 1970. */
  readonly failedAt: number
  /** Milliseconds since 1970; null where the socket was not closed. */
  readonly retryAt: number | null
}

export interface Failures {
  find(tenant: TenantName): FailureRecord | undefined
  list(): readonly FailureRecord[]
  put(failure: FailureRecord): void
  remove(tenant: TenantName): void
}

export const createFailures = (database: DatabaseSync): Failures => {
  const find = database.prepare('SELECT * FROM failures WHERE tenant = ?')
  const list = database.prepare('SELECT * FROM failures ORDER BY tenant')
  const put = database.prepare(
    'INSERT OR REPLACE INTO failures (tenant, count, result, status, failed_at, retry_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM failures WHERE tenant = ?')
  return {
    find: (tenant) => {
      const row = find.get(tenant)
      return row === undefined ? undefined : toRecord(row)
    },
    list: () => list.all().map(toRecord),
    put: ({ tenant, count, result, status, failedAt, retryAt }) => {
      put.run(tenant, count, result, status, failedAt, retryAt)
    },
    remove: (tenant) => {
      remove.run(tenant)
    },
  }
}

const Row = z.object({
  tenant: TenantName,
  count: z.int(),
  result: z.string(),
  status: z.int().nullable(),
  failed_at: z.int(),
  retry_at: z.int().nullable(),
})

const toRecord = (row: Record<string, unknown>): FailureRecord => {
  const { failed_at, retry_at, ...rest } = Row.parse(row)
  return { ...rest, failedAt: failed_at, retryAt: retry_at }
}
