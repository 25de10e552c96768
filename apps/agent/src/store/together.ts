import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from './transaction.ts'

export type Together = <T>(work: () => T) => Promise<T>

/**
 * Transactions of all who ask in the same turn of the event loop, by one commit: each commit waits for the disk. Each
 * is stored whole or not at all, alone, and answered when it is on the disk.
 */
export const createTogether = (database: DatabaseSync): Together => {
  let waiting: Waiting[] = []
  const commit = (): void => {
    const all = waiting
    waiting = []
    try {
      const answers = inTransaction(database, () => all.map((one) => attempt(database, one)))
      for (const answer of answers) answer()
    } catch (error) {
      for (const { reject } of all) reject(error)
    }
  }
  return <T>(work: () => T) => {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    if (waiting.length === 0) setImmediate(commit)
    waiting.push({ work: () => answerOf(work, resolve), reject })
    return promise
  }
}

interface Waiting {
  /** Does the work, and returns how to answer it. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

const answerOf = <T>(work: () => T, resolve: (answer: T) => void): (() => void) => {
  const answer = work()
  return () => resolve(answer)
}

const attempt = (database: DatabaseSync, { work, reject }: Waiting): (() => void) => {
  database.exec('SAVEPOINT one')
  try {
    const answer = work()
    database.exec('RELEASE one')
    return answer
  } catch (error) {
    database.exec('ROLLBACK TO one; RELEASE one')
    return () => reject(error)
  }
}
