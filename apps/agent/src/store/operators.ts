import type { DatabaseSync } from 'node:sqlite'
import { Role } from '@pilot/contract'
import { z } from 'zod'

/** Somebody who may sign in. Times are milliseconds since 1970. */
export interface OperatorRecord {
  readonly name: string
  readonly role: Role
  /** The hash of the password (password-hash.ts); null until one was set by a link. */
  readonly password: string | null
  readonly link: Link | null
  readonly secondFactor: SecondFactor | null
  /** The secret of a second factor that no code has confirmed yet. */
  readonly pendingSecret: string | null
  readonly createdAt: number
  readonly lastSeenAt: number | null
}

/** The one-time link that holds: only the hash of its token is known. */
export interface Link {
  readonly hash: string
  readonly expiresAt: number
}

export interface SecondFactor {
  /** Base32 (RFC 4648). */
  readonly secret: string
  /** The time step of the last code that was accepted: that one and those before hold no longer. */
  readonly lastStep: number
  readonly recoveryHashes: readonly string[]
}

export interface OperatorRecords {
  find(name: string): OperatorRecord | undefined
  findByLink(hash: string): OperatorRecord | undefined
  /** By name. */
  list(): readonly OperatorRecord[]
  /** Stores the whole record, new or not. */
  put(record: OperatorRecord): void
  seen(name: string, now: number): void
  remove(name: string): void
}

export const createOperatorRecords = (database: DatabaseSync): OperatorRecords => {
  const find = database.prepare('SELECT * FROM operators WHERE name = ?')
  const findByLink = database.prepare('SELECT * FROM operators WHERE link_hash = ?')
  const list = database.prepare('SELECT * FROM operators ORDER BY name')
  const put = database.prepare(`
    INSERT OR REPLACE INTO operators (name, role, password, link_hash, link_expires_at, totp_secret, totp_pending,
      totp_step, recovery_hashes, created_at, last_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const seen = database.prepare('UPDATE operators SET last_seen_at = ? WHERE name = ?')
  const remove = database.prepare('DELETE FROM operators WHERE name = ?')
  const toRecordOrNothing = (row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : toRecord(row)
  return {
    find: (name) => toRecordOrNothing(find.get(name)),
    findByLink: (hash) => toRecordOrNothing(findByLink.get(hash)),
    list: () => list.all().map(toRecord),
    put: ({ name, role, password, link, secondFactor, pendingSecret, createdAt, lastSeenAt }) => {
      put.run(
        name,
        role,
        password,
        link?.hash ?? null,
        link?.expiresAt ?? null,
        secondFactor?.secret ?? null,
        pendingSecret,
        secondFactor?.lastStep ?? 0,
        JSON.stringify(secondFactor?.recoveryHashes ?? []),
        createdAt,
        lastSeenAt,
      )
    },
    seen: (name, now) => {
      seen.run(now, name)
    },
    remove: (name) => {
      remove.run(name)
    },
  }
}

const Row = z.object({
  name: z.string(),
  role: Role,
  password: z.string().nullable(),
  link_hash: z.string().nullable(),
  link_expires_at: z.int().nullable(),
  totp_secret: z.string().nullable(),
  totp_pending: z.string().nullable(),
  totp_step: z.int(),
  recovery_hashes: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.string())),
  created_at: z.int(),
  last_seen_at: z.int().nullable(),
})

const toRecord = (row: Record<string, unknown>): OperatorRecord => {
  const parsed = Row.parse(row)
  const { name, role, password, link_hash, link_expires_at, totp_secret } = parsed
  return {
    name,
    role,
    password,
    link:
      link_hash === null || link_expires_at === null ? null : { hash: link_hash, expiresAt: link_expires_at },
    secondFactor:
      totp_secret === null
        ? null
        : { secret: totp_secret, lastStep: parsed.totp_step, recoveryHashes: parsed.recovery_hashes },
    pendingSecret: parsed.totp_pending,
    createdAt: parsed.created_at,
    lastSeenAt: parsed.last_seen_at,
  }
}
