import type { TenantName } from '@pilot/contract'

export interface Postgres {
  /** Of any name: `pilot` itself, and strangers whose name a tenant shall get. */
  findRole(name: string): Promise<RoleFound | undefined>
  findDatabase(name: TenantName): Promise<DatabaseFound | undefined>
  /** pg_database_size, which looks at every file of it; null where `pilot` may not ask (it is granted pg_read_all_stats for that). */
  databaseBytes(name: TenantName): Promise<number | null | undefined>
  /** Runs one statement outside a transaction, as role `pilot` on database `postgres`. */
  execute(statement: Statement): Promise<void>
  /**
   * A connection of its own for statements of which one needs what another did: the backend of another connection may
   * not know of it yet. `use` asks for no other connection, as it may hold the last one.
   */
  session<T>(use: (session: PostgresSession) => Promise<T>): Promise<T>
  /** `SHOW server_version`, such as `17.5`. */
  version(): Promise<string>
  /** The rules of pg_hba.conf as the server has parsed them (pg_hba_file_rules), in order. */
  authenticationRules(): Promise<readonly AuthenticationRule[]>
}

export type PostgresSession = Pick<Postgres, 'execute'>

/**
 * What is to happen to a tenant's role or database, and the SQL by which it does: PostgreSQL goes by the SQL alone, a
 * fake by all but it. Both come from render/postgres. Each is whole or not at all.
 */
export type Statement = Change & { readonly name: TenantName; readonly sql: string }

type Change =
  /** One that may log in, is a member of `pilot_tenants`, and bears the mark as its comment. */
  | { readonly verb: 'create-role'; readonly mark: string; readonly connectionLimit: number }
  /** It may log in, within the limit. */
  | { readonly verb: 'adopt-role'; readonly connectionLimit: number }
  /** A member of `pilot_tenants`. */
  | { readonly verb: 'grant-tenants' }
  /** It may not log in. */
  | { readonly verb: 'retire-role' }
  /** It may not log in, is no member of `pilot_tenants`, and its name is free. */
  | { readonly verb: 'abandon-role'; readonly newName: string }
  /** Also where there is none. */
  | { readonly verb: 'drop-role' }
  /** `pilot` becomes a member of it, which every change of its database asks for. */
  | { readonly verb: 'borrow-role' }
  | { readonly verb: 'return-role' }
  /** The role's, which nobody may connect to yet. */
  | { readonly verb: 'create-database' }
  /** All but PUBLIC may connect; the role is returned. */
  | { readonly verb: 'open-database' }
  /** The role is borrowed, and the database opened. */
  | { readonly verb: 'finish-database' }
  /** No template any more: one cannot be dropped. */
  | { readonly verb: 'unmake-template' }
  /** With its connections; also where there is none. */
  | { readonly verb: 'drop-database' }

export interface RoleFound {
  readonly name: string
  readonly login: boolean
  readonly superuser: boolean
  readonly createRole: boolean
  readonly createDatabase: boolean
  /** CONNECTION LIMIT, -1 for none. */
  readonly connectionLimit: number
  /** COMMENT ON ROLE. */
  readonly comment: string | undefined
  /** Roles that it is a direct member of. */
  readonly memberOf: readonly string[]
}

export interface DatabaseFound {
  readonly name: string
  readonly owner: string
  /** COMMENT ON ROLE of the owner. */
  readonly ownerComment: string | undefined
  /** True where `pilot` has the rights of the owner, or may take its role: it is a member of it. */
  readonly isBorrowed: boolean
  readonly isTemplate: boolean
  readonly allowsConnections: boolean
  /** True where PUBLIC may connect. */
  readonly publicConnect: boolean
}

export interface AuthenticationRule {
  readonly type: string
  readonly databases: readonly string[]
  readonly users: readonly string[]
  readonly method: string
  readonly options: readonly string[]
  readonly error: string | undefined
}
