import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

/** A name or an address that may not try for a while. Times are milliseconds since 1970. */
export interface Lock {
  readonly until: number
  /** How many times it was locked in a row. */
  readonly count: number
  /** True where the audit tells of a call that it refused. */
  readonly told: boolean
}

/** Failed sign-ins and what they locked; `name` may also be a word that no operator can have. */
export interface SignInFailures {
  /** Answers what `remove` takes. */
  add(name: string, address: string, now: number): number
  remove(id: number): void
  /** Of the pair; without a name of the address. */
  count(name: string | undefined, address: string, since: number): number
  findLock(name: string, address: string): Lock | undefined
  putLock(name: string, address: string, lock: Lock): void
  clear(name: string, address: string): void
  clearLock(name: string, address: string): void
  /** Forgets failures and locks that ended before this moment. */
  prune(before: number): void
}

export const createSignInFailures = (database: DatabaseSync): SignInFailures => {
  const add = database.prepare('INSERT INTO sign_in_failures (name, address, failed_at) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM sign_in_failures WHERE id = ?')
  const countOfPair = database.prepare(
    'SELECT count(*) AS count FROM sign_in_failures WHERE name = ? AND address = ? AND failed_at > ?',
  )
  const countOfAddress = database.prepare(
    'SELECT count(*) AS count FROM sign_in_failures WHERE address = ? AND failed_at > ?',
  )
  const findLock = database.prepare('SELECT * FROM sign_in_locks WHERE name = ? AND address = ?')
  const putLock = database.prepare(
    'INSERT OR REPLACE INTO sign_in_locks (name, address, until, count, told) VALUES (?, ?, ?, ?, ?)',
  )
  const clear = database.prepare('DELETE FROM sign_in_failures WHERE name = ? AND address = ?')
  const clearLock = database.prepare('DELETE FROM sign_in_locks WHERE name = ? AND address = ?')
  const pruneFailures = database.prepare('DELETE FROM sign_in_failures WHERE failed_at < ?')
  const pruneLocks = database.prepare('DELETE FROM sign_in_locks WHERE until < ?')
  return {
    add: (name, address, now) => Number(add.run(name, address, now).lastInsertRowid),
    remove: (id) => {
      remove.run(id)
    },
    count: (name, address, since) => {
      const row =
        name === undefined ? countOfAddress.get(address, since) : countOfPair.get(name, address, since)
      return Number(row?.['count'])
    },
    findLock: (name, address) => {
      const row = findLock.get(name, address)
      return row === undefined ? undefined : LockRow.parse(row)
    },
    putLock: (name, address, { until, count, told }) => {
      putLock.run(name, address, until, count, Number(told))
    },
    clear: (name, address) => {
      clear.run(name, address)
      clearLock.run(name, address)
    },
    clearLock: (name, address) => {
      clearLock.run(name, address)
    },
    prune: (before) => {
      pruneFailures.run(before)
      pruneLocks.run(before)
    },
  }
}

const LockRow = z.object({ until: z.int(), count: z.int(), told: z.int().transform((told) => told === 1) })
