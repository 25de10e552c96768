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
    statement: { readonly name: string; readonly text: string },
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> => {
    const { rows } = await lookInTurn(() =>
      translated(pool.query<Row & pg.QueryResultRow>({ ...statement, values: [...values] })),
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
      await workInTurn(() => translated(pool.query(sql)))
    },
    session: (use) => workInTurn(async () => useClient(await translated(pool.connect()), use)),
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
          await translated(client.query(sql))
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

/** With `service-down` where PostgreSQL does not answer. */
const translated = async <T>(answer: Promise<T>): Promise<T> => {
  try {
    return await answer
  } catch (error) {
    if (!isDown(error)) throw error
    const detail = error.message === '' ? (error.code ?? 'no answer') : error.message
    const reason = error.code === tooManyConnections ? ({ reason: 'full' } as const) : {}
    throw new PilotError({ code: 'service-down', service: 'postgresql', detail, ...reason }, { cause: error })
  }
}

/** CREATE DATABASE gains from no more than 4 at once. */
const workers = 4
const readers = 2

// to_jsonb reads columns that PostgreSQL 15 does not have. Since 16 who creates a role is a member of it with
// ADMIN OPTION alone; that gives nothing of its rights and does not count.
const isMembership = `(coalesce((to_jsonb(m)->>'inherit_option')::boolean, true)
  OR coalesce((to_jsonb(m)->>'set_option')::boolean, true))`

// Each connection parses a statement with a name once.
const selectRole = {
  name: 'role',
  text: `
  SELECT rolname AS name, rolcanlogin AS login, rolsuper AS superuser, rolcreaterole AS "createRole",
    rolcreatedb AS "createDatabase", rolconnlimit AS "connectionLimit",
    shobj_description(oid, 'pg_authid') AS comment,
    ARRAY(
      SELECT DISTINCT pg_get_userbyid(roleid)::text COLLATE "C" FROM pg_auth_members m
      WHERE m.member = r.oid AND ${isMembership}
      ORDER BY 1
    ) AS "memberOf"
  FROM pg_roles r WHERE rolname = $1`,
}

const selectDatabase = {
  name: 'database',
  text: `
  SELECT datname AS name, pg_get_userbyid(datdba) AS owner, datallowconn AS "allowsConnections",
    datistemplate AS "isTemplate",
    shobj_description(datdba, 'pg_authid') AS "ownerComment",
    EXISTS (
      SELECT FROM pg_auth_members m
      WHERE m.roleid = datdba AND m.member = to_regrole(quote_ident(current_user)) AND ${isMembership}
    ) AS "isBorrowed",
    EXISTS (
      SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))
      WHERE grantee = 0 AND privilege_type = 'CONNECT'
    ) AS "publicConnect"
  FROM pg_database WHERE datname = $1`,
}

const selectBytes = {
  name: 'bytes',
  text: `
  SELECT CASE WHEN has_database_privilege(oid, 'CONNECT') OR pg_has_role('pg_read_all_stats', 'USAGE')
    THEN pg_database_size(oid) END AS bytes
  FROM pg_database WHERE datname = $1`,
}

const selectRules = {
  name: 'rules',
  text: `
  SELECT type, database AS databases, user_name AS users, auth_method AS method,
    coalesce(options, '{}') AS options, error
  FROM pg_hba_file_rules r
  ORDER BY (to_jsonb(r)->>'rule_number')::int, line_number`,
}

const showVersion = { name: 'version', text: 'SHOW server_version' }

const isDown = (error: unknown): error is Error & { code?: string } =>
  error instanceof Error &&
  (downCodes.test((error as { code?: string }).code ?? '') || downMessages.test(error.message))

/** SQLSTATE, appendix A of PostgreSQL's manual. */
const tooManyConnections = '53300'

/** Errors of connect(2) and read(2), and SQLSTATE: 08 connection, 57P01 to 57P03 shutdown or start, 53300 full. */
const downCodes = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08...|57P0[123]|53300)$/
/** `pg` gives no code where it says these itself. */
const downMessages =
  /^(Connection terminated|timeout e|Query read timeout|Client has encountered a connection error)/
