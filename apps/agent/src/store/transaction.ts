import type { DatabaseSync } from 'node:sqlite'

/** Runs the work in one transaction: all of it is stored, or nothing. Within another it is part of that one. */
export const inTransaction = <T>(database: DatabaseSync, work: () => T): T => {
  if (database.isTransaction) return work()
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}
