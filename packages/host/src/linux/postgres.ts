import { PilotError } from '@pilot/contract'
import pLimit from 'p-limit'
import pg from 'pg'
import type {
  AuthenticationRule,
  DatabaseFound,
  Postgres,
  PostgresSession,
  RoleFound,
} from '../ports/postgres.ts'
import {
  selectBytes,
  selectDatabase,
  selectRole,
  selectRules,
  showVersion,
  type Query,
} from './postgresql/queries.ts'
import { pastVacuum } from './postgresql/past-vacuum.ts'
import { translateDown } from './postgresql/translate-down.ts'

/** PostgreSQL over its Unix socket as role `pilot`, which pg_ident.conf maps root to. */
export const linuxPostgres = (host: string, port: number): Postgres & { close(): Promise<void> } => {
  const pool = new pg.Pool({
    host,
    port,
    user: 'pilot',
    database: 'postgres',
    application_name: 'pilot',
    max: readers + workers,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    query_timeout: 65_000,
  })
  // An idle connection whose server was stopped. The pool has dropped it; without a listener the process would end.
  pool.on('error', ignore)

  // The pool would count a wait for a busy connection against `connectionTimeoutMillis`. Who only looks does not wait
  // behind those who make databases.
  const lookInTurn = pLimit(readers)
  const workInTurn = pLimit(workers)

  const query = async <Row extends object>(
    statement: Query,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> => {
    const { rows } = await lookInTurn(() =>
      translateDown(pool.query<Row & pg.QueryResultRow>({ ...statement, values: [...values] })),
    )
    return rows
  }

  return {
    findRole: async (name) => {
      const [role] = await query<Omit<RoleFound, 'comment'> & { comment: string | null }>(selectRole, [name])
      return role && { ...role, comment: role.comment ?? undefined }
    },
    findDatabase: async (name) => {
      const [database] = await query<Omit<DatabaseFound, 'ownerComment'> & { ownerComment: string | null }>(
        selectDatabase,
        [name],
      )
      return database && { ...database, ownerComment: database.ownerComment ?? undefined }
    },
    databaseBytes: async (name) => {
      const [database] = await query<{ bytes: string | null }>(selectBytes, [name])
      return database && (database.bytes === null ? null : Number(database.bytes))
    },
    execute: async ({ sql }) => {
      await workInTurn(() => translateDown(pastVacuum(() => pool.query(sql))))
    },
    session: (use) => workInTurn(async () => useClient(await translateDown(pool.connect()), use)),
    version: async () => (await query<{ server_version: string }>(showVersion))[0]?.server_version ?? '',
    authenticationRules: async () => {
      const rules = await query<Omit<AuthenticationRule, 'error'> & { error: string | null }>(selectRules)
      return rules.map((rule) => ({ ...rule, error: rule.error ?? undefined }))
    },
    close: () => pool.end(),
  }
}

/** `use` with this client, which goes back to the pool afterwards; one that broke, or may still be at work, does not. */
const useClient = async <T>(
  client: pg.PoolClient,
  use: (session: PostgresSession) => Promise<T>,
): Promise<T> => {
  let isBroken = false
  // Between two statements; the next one fails. Without a listener the process would end.
  client.on('error', ignore)
  try {
    return await use({
      execute: async ({ sql }) => {
        try {
          await translateDown(pastVacuum(() => client.query(sql)))
        } catch (error) {
          isBroken ||= error instanceof PilotError
          throw error
        }
      },
    })
  } finally {
    client.off('error', ignore)
    client.release(isBroken)
  }
}

const ignore = (): void => undefined

/** CREATE DATABASE gains from no more than 4 at once. */
const workers = 4
const readers = 2
