import type { DatabaseSync } from 'node:sqlite'
import { Role } from '@pilot/contract'
import { z } from 'zod'

/** A credential for scripts. Times are milliseconds since 1970. */
export interface TokenRecord {
  readonly id: string
  readonly operator: string
  readonly title: string
  readonly role: Role
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly expiresAt: number
  /** When somebody ended it; null where nobody did. */
  readonly revokedAt: number | null
}

export interface TokenRecords {
  findByHash(hash: string): TokenRecord | undefined
  find(id: string): TokenRecord | undefined
  /** Those that nobody ended, of one operator or of all, the newest first. */
  list(operator?: string): readonly TokenRecord[]
  add(token: TokenRecord & { readonly hash: string }): void
  used(id: string, now: number): void
  revoke(id: string, now: number): void
  revokeAll(operator: string, now: number): void
  /** Forgets those that ended before this moment; until then it can be told how they ended. */
  prune(before: number): void
}

export const createTokenRecords = (database: DatabaseSync): TokenRecords => {
  const findByHash = database.prepare('SELECT * FROM tokens WHERE hash = ?')
  const find = database.prepare('SELECT * FROM tokens WHERE id = ?')
  const list = database.prepare('SELECT * FROM tokens WHERE revoked_at IS NULL ORDER BY created_at DESC')
  const listOf = database.prepare(
    'SELECT * FROM tokens WHERE revoked_at IS NULL AND operator = ? ORDER BY created_at DESC',
  )
  const add = database.prepare(`
    INSERT INTO tokens (id, hash, operator, title, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const used = database.prepare('UPDATE tokens SET last_used_at = ? WHERE id = ?')
  const revoke = database.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  const revokeAll = database.prepare(
    'UPDATE tokens SET revoked_at = ? WHERE operator = ? AND revoked_at IS NULL',
  )
  const prune = database.prepare(
    'DELETE FROM tokens WHERE min(expires_at, ifnull(revoked_at, expires_at)) < ?',
  )
  const toRecordOrNothing = (row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : toRecord(row)
  return {
    findByHash: (hash) => toRecordOrNothing(findByHash.get(hash)),
    find: (id) => toRecordOrNothing(find.get(id)),
    list: (operator) => (operator === undefined ? list.all() : listOf.all(operator)).map(toRecord),
    add: ({ id, hash, operator, title, role, createdAt, expiresAt }) => {
      add.run(id, hash, operator, title, role, createdAt, expiresAt)
    },
    used: (id, now) => {
      used.run(now, id)
    },
    revoke: (id, now) => {
      revoke.run(now, id)
    },
    revokeAll: (operator, now) => {
      revokeAll.run(now, operator)
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
    title: z.string(),
    role: Role,
    created_at: z.int(),
    last_used_at: z.int().nullable(),
    expires_at: z.int(),
    revoked_at: z.int().nullable(),
  })
  .transform((row): TokenRecord => ({
    id: row.id,
    operator: row.operator,
    title: row.title,
    role: row.role,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }))

const toRecord = (row: Record<string, unknown>): TokenRecord => Row.parse(row)
