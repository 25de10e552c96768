import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { createCredentialTable, type CredentialTable } from './credential-table.ts'

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

export interface SessionRecords extends CredentialTable<SessionRecord> {
  add(session: SessionRecord & { readonly hash: string }): void
  seen(id: string, now: number): void
}

export const createSessionRecords = (database: DatabaseSync): SessionRecords => {
  const add = database.prepare(`
    INSERT INTO sessions (id, hash, operator, created_at, last_seen_at, expires_at, address, user_agent)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const seen = database.prepare('UPDATE sessions SET last_seen_at = ? WHERE id = ?')
  return {
    ...createCredentialTable(database, { table: 'sessions', newestBy: 'last_seen_at', toRecord }),
    add: ({ id, hash, operator, createdAt, lastSeenAt, expiresAt, address, userAgent }) => {
      add.run(id, hash, operator, createdAt, lastSeenAt, expiresAt, address, userAgent)
    },
    seen: (id, now) => {
      seen.run(now, id)
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
