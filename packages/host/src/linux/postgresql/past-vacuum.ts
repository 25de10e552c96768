import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/**
 * Runs a statement, and runs it again while autovacuum is in the way: DROP DATABASE ... (FORCE) ends whoever is in the
 * database, and may not end a worker of autovacuum, which is the superuser's (TerminateOtherDBBackends in PostgreSQL's
 * procarray.c). In a tenant's small database that worker is done within seconds; after ten the error stands.
 */
export const pastVacuum = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let again = 0; ; again += 1)
    try {
      return await run()
    } catch (error) {
      if (again === 50 || !isVacuum(error)) throw error
      await delay(200)
    }
}

/** insufficient_privilege (errcodes.txt), told by that function; its message is in the server's language. */
const isVacuum = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '42501' && error.routine === 'TerminateOtherDBBackends'
