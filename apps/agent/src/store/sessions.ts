import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** One sign-in. Times are milliseconds since 1970. */
export interface SessionRecord {
  readonly id: string
  readonly operator: string
  readonly createdAt: number
  readonly lastSeenAt: number
  /** When it ends whatever happens. */
  readonly expiresAt: number
  readonly address: string | null
  readonly userAgent: string | null
  /** When somebody ended it; null where nobody did. */
  readonly revokedAt: number | null
}

export interface SessionRecords {
  findByHash(hash: string): SessionRecord | undefined
  find(id: string): SessionRecord | undefined
  /** Those that nobody ended, of one operator or of all; the one used last comes first. */
  list(operator?: string): readonly SessionRecord[]
  add(session: SessionRecord & { readonly hash: string }): void
  seen(id: string, now: number): void
  revoke(id: string, now: number): void
  /** All of the operator but the one named. */
  revokeAll(operator: string, now: number, but?: string): void
  /** Forgets those that ended before this moment; until then it can be told how they ended. */
  prune(before: number): void
}

export const createSessionRecords = (database: DatabaseSync): SessionRecords => {
  const findByHash = database.prepare('SELECT * FROM sessions WHERE hash = ?')
  const find = database.prepare('SELECT * FROM sessions WHERE id = ?')
  const list = database.prepare('SELECT * FROM sessions WHERE revoked_at IS NULL ORDER BY last_seen_at DESC')
  const listOf = database.prepare(
    'SELECT * FROM sessions WHERE revoked_at IS NULL AND operator = ? ORDER BY last_seen_at DESC',
  )
  const add = database.prepare(`
    INSERT INTO sessions (id, hash, operator, created_at, last_seen_at, expires_at, address, user_agent)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const seen = database.prepare('UPDATE sessions SET last_seen_at = ? WHERE id = ?')
  const revoke = database.prepare('UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  const revokeAll = database.prepare(
    'UPDATE sessions SET revoked_at = ? WHERE operator = ? AND id IS NOT ? AND revoked_at IS NULL',
  )
  const prune = database.prepare(
    'DELETE FROM sessions WHERE min(expires_at, ifnull(revoked_at, expires_at)) < ?',
  )
  const toRecordOrNothing = (row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : toRecord(row)
  return {
    findByHash: (hash) => toRecordOrNothing(findByHash.get(hash)),
    find: (id) => toRecordOrNothing(find.get(id)),
    list: (operator) => (operator === undefined ? list.all() : listOf.all(operator)).map(toRecord),
    add: ({ id, hash, operator, createdAt, lastSeenAt, expiresAt, address, userAgent }) => {
      add.run(id, hash, operator, createdAt, lastSeenAt, expiresAt, address, userAgent)
    },
    seen: (id, now) => {
      seen.run(now, id)
    },
    revoke: (id, now) => {
      revoke.run(now, id)
    },
    revokeAll: (operator, now, but) => {
      revokeAll.run(now, operator, but ?? null)
    },
    prune: (before) => {
      prune.run(before)
    },
  }
}

const Row = z
  .object({
    id: z.string(),
    operator: z.string(),
    created_at: z.int(),
    last_seen_at: z.int(),
    expires_at: z.int(),
    address: z.string().nullable(),
    user_agent: z.string().nullable(),
    revoked_at: z.int().nullable(),
  })
  .transform((row): SessionRecord => ({
    id: row.id,
    operator: row.operator,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    address: row.address,
    userAgent: row.user_agent,
    revokedAt: row.revoked_at,
  }))

const toRecord = (row: Record<string, unknown>): SessionRecord => Row.parse(row)
