import { Client } from 'pg'

/** What the database says of itself; without a connection only why not. */
export interface DatabaseReport {
  /** `Connected`, or the error's text. */
  db_status: string
  database: string
  db_user: string | null
  server_version: string | null
}

/**
 * The account's own database: role and database bear its name, and PostgreSQL knows it by peer authentication
 * over the Unix socket in PGHOST (default /run/postgresql). One connection, made when first needed and again
 * after a loss.
 */
export class Database {
  readonly #account: string
  #client: Promise<Client> | undefined
  #report: Promise<DatabaseReport> | undefined

  constructor(account: string) {
    this.#account = account
  }

  /** Asks the server; requests that come meanwhile share the answer. Never rejects. */
  report(): Promise<DatabaseReport> {
    this.#report ??= this.#ask().finally(() => (this.#report = undefined))
    return this.#report
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined)
    await client?.end()
  }

  async #ask(): Promise<DatabaseReport> {
    const connecting = (this.#client ??= this.#connect())
    try {
      const client = await connecting
      const { rows } = await client.query<Omit<DatabaseReport, 'db_status'>>(question)
      const [found] = rows
      if (found === undefined) throw new Error('PostgreSQL sent no row')
      return { db_status: 'Connected', ...found }
    } catch (error) {
      this.#client = undefined
      connecting.then((client) => client.end()).catch(() => undefined)
      return { db_status: describe(error), database: this.#account, db_user: null, server_version: null }
    }
  }

  async #connect(): Promise<Client> {
    const client = new Client({
      host: process.env['PGHOST'] ?? '/run/postgresql',
      user: this.#account,
      database: this.#account,
      connectionTimeoutMillis: 2000,
      query_timeout: 5000,
    })
    // Without a listener, a connection that PostgreSQL ends between two queries would end the process.
    client.on('error', () => (this.#client = undefined))
    await client.connect()
    return client
  }
}

const question =
  "select current_database() as database, current_user as db_user, current_setting('server_version') as server_version"

const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if (error.message !== '') return error.message
  return 'code' in error ? String(error.code) : error.name
}
