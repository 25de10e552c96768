import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './transaction.ts'

/** Runs those of the migrations that have not run on this database (PRAGMA user_version counts them). */
export const migrate = (database: DatabaseSync, migrations: readonly string[]): void => {
  const version = versionOf(database)
  if (version > migrations.length)
    throw new Error(
      `the store has layout ${version}, this agent knows ${migrations.length}: it is older than the store`,
    )
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    inTransaction(database, () => {
      // Another process may have opened it at the same moment.
      if (versionOf(database) > index) return
      database.exec(migration)
      database.exec(`PRAGMA user_version = ${index + 1}`)
    })
  }
}

const versionOf = (database: DatabaseSync): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
