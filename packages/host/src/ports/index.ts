export { HostFailure } from './host-failure.ts'
export type { Host } from './host.ts'
export type { Accounts, Account } from './accounts.ts'
export type { Caddy } from './caddy.ts'
export type { Files, FileFound, FileKind, Ownership } from './files.ts'
export type { Journal, JournalQuery, JournalEntry, UnitEventQuery, UnitEvent } from './journal.ts'
export type { Machine } from './machine.ts'
export type { Meter, RunningTenant, Usage } from './meter.ts'
export type {
  Postgres,
  PostgresSession,
  Statement,
  RoleFound,
  DatabaseFound,
  AuthenticationRule,
} from './postgres.ts'
export type { Confinement, MountFound, Processes, ProcessFound, MemoryFound } from './processes.ts'
export type { RunLog, RunLogPlace, RunLogPart, RunLogEntry } from './run-log.ts'
export type {
  Systemd,
  UnitFound,
  ServiceFound,
  SocketFound,
  UnitProperties,
  UnitState,
  UnitChange,
  UnitsSeen,
} from './systemd.ts'
export { UnitFailed } from './systemd.ts'
export type { UserManagers, UserManager } from './user-managers.ts'
