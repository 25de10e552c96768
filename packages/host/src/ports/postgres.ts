export interface Postgres {
  findRole(name: string): Promise<RoleFound | undefined>
  findDatabase(name: string): Promise<DatabaseFound | undefined>
  /** pg_database_size, which looks at every file of it; null where `pilot` may not ask (it is granted pg_read_all_stats for that). */
  databaseBytes(name: string): Promise<number | null | undefined>
  /** Runs one statement outside a transaction, as role `pilot` on database `postgres`. Text comes from render/postgres. */
  execute(statement: string): Promise<void>
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
