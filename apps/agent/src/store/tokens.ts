import type { DatabaseSync } from 'node:sqlite'
import { Role } from '@pilot/contract'
import { z } from 'zod'
import { createCredentialTable, type CredentialTable } from './credential-table.ts'

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

export interface TokenRecords extends CredentialTable<TokenRecord> {
  add(token: TokenRecord & { readonly hash: string }): void
  used(id: string, now: number): void
}

export const createTokenRecords = (database: DatabaseSync): TokenRecords => {
  const add = database.prepare(`
    INSERT INTO tokens (id, hash, operator, title, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`)
  const used = database.prepare('UPDATE tokens SET last_used_at = ? WHERE id = ?')
  return {
    ...createCredentialTable(database, { table: 'tokens', newestBy: 'created_at', toRecord }),
    add: ({ id, hash, operator, title, role, createdAt, expiresAt }) => {
      add.run(id, hash, operator, title, role, createdAt, expiresAt)
    },
    used: (id, now) => {
      used.run(now, id)
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
