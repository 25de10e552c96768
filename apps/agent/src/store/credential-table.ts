import type { DatabaseSync } from 'node:sqlite'

/** What sessions and API tokens have in common: a hash by which they are found, an owner, and an end. */
export interface CredentialTable<Credential> {
  findByHash(hash: string): Credential | undefined
  find(id: string): Credential | undefined
  /** Those that nobody ended, of one operator or of all, the newest first. */
  list(operator?: string): readonly Credential[]
  revoke(id: string, now: number): void
  /** All of the operator but the one named. */
  revokeAll(operator: string, now: number, but?: string): void
  /** Forgets those that ended before this moment; until then it can be told how they ended. */
  prune(before: number): void
}

interface Layout<Credential> {
  readonly table: 'sessions' | 'tokens'
  /** The column of the time that says which is the newest. */
  readonly newestBy: 'last_seen_at' | 'created_at'
  readonly toRecord: (row: Record<string, unknown>) => Credential
}

export const createCredentialTable = <Credential>(
  database: DatabaseSync,
  { table, newestBy, toRecord }: Layout<Credential>,
): CredentialTable<Credential> => {
  const findByHash = database.prepare(`SELECT * FROM ${table} WHERE hash = ?`)
  const find = database.prepare(`SELECT * FROM ${table} WHERE id = ?`)
  const list = database.prepare(`SELECT * FROM ${table} WHERE revoked_at IS NULL ORDER BY ${newestBy} DESC`)
  const listOf = database.prepare(
    `SELECT * FROM ${table} WHERE revoked_at IS NULL AND operator = ? ORDER BY ${newestBy} DESC`,
  )
  const revoke = database.prepare(`UPDATE ${table} SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL`)
  const revokeAll = database.prepare(
    `UPDATE ${table} SET revoked_at = ? WHERE operator = ? AND id IS NOT ? AND revoked_at IS NULL`,
  )
  const prune = database.prepare(
    `DELETE FROM ${table} WHERE min(expires_at, ifnull(revoked_at, expires_at)) < ?`,
  )
  const toRecordOrNothing = (row: Record<string, unknown> | undefined) =>
    row === undefined ? undefined : toRecord(row)
  return {
    findByHash: (hash) => toRecordOrNothing(findByHash.get(hash)),
    find: (id) => toRecordOrNothing(find.get(id)),
    list: (operator) => (operator === undefined ? list.all() : listOf.all(operator)).map(toRecord),
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
