import type { Accounts } from './accounts.ts'
import type { Caddy } from './caddy.ts'
import type { Files } from './files.ts'
import type { Journal } from './journal.ts'
import type { Machine } from './machine.ts'
import type { Postgres } from './postgres.ts'
import type { Processes } from './processes.ts'
import type { Systemd } from './systemd.ts'
import type { UserManagers } from './user-managers.ts'

/**
 * The only door to Linux. Everything above this package knows these interfaces and nothing below them.
 *
 * Every method throws `PilotError` with `service-down` where the service behind it does not answer, and lets
 * unknown errors pass as they are. Every read answers `undefined` for what does not exist; every removal of
 * something gone succeeds; every write may be repeated.
 */
export interface Host {
  readonly accounts: Accounts
  readonly files: Files
  readonly postgres: Postgres
  readonly systemd: Systemd
  readonly userManagers: UserManagers
  readonly caddy: Caddy
  readonly journal: Journal
  readonly processes: Processes
  readonly machine: Machine
}
