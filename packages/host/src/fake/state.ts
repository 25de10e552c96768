import type { Account } from '../ports/accounts.ts'
import type { FileKind } from '../ports/files.ts'
import type { JournalEntry, UnitEvent } from '../ports/journal.ts'
import type { AuthenticationRule } from '../ports/postgres.ts'
import type { ProcessFound } from '../ports/processes.ts'

export interface FileEntry {
  kind: FileKind
  mode: number
  uid: number
  gid: number
  text?: string
  target?: string
}

export interface RoleEntry {
  login: boolean
  superuser: boolean
  createRole: boolean
  createDatabase: boolean
  connectionLimit: number
  comment: string | undefined
  memberOf: Set<string>
  /** True where role `pilot` has ADMIN OPTION on it: since PostgreSQL 16 that of each role it creates. */
  administered: boolean
  /** A right that another tenant gave it on something of its own: then it cannot be dropped. */
  rightElsewhere?: boolean
}

export interface DatabaseEntry {
  owner: string
  allowsConnections: boolean
  publicConnect: boolean
  /** IS_TEMPLATE, which the owner may set; then it cannot be dropped. */
  isTemplate?: boolean
  /** PostgreSQL was stopped while dropping it (pg_database.datconnlimit is -2): all it can be is dropped. */
  isInvalid?: boolean
  bytes: number | null
}

/** What a manager remembers of a unit it has loaded. `text` is the fragment and drop-ins as they were read. */
export interface UnitEntry {
  text: string
  active: string
  sub: string
  result: string
  exitStatus: number | null
  mainPid: number | null
  stateChangedAt: number | null
}

/** Everything there is in the fake world: plain data, so that it can be cloned and compared. */
export interface State {
  accounts: Map<string, Account>
  groups: Map<string, { gid: number; members: Set<string> }>
  lingering: Set<string>
  files: Map<string, FileEntry>
  roles: Map<string, RoleEntry>
  databases: Map<string, DatabaseEntry>
  authenticationRules: AuthenticationRule[]
  /** By manager: `system`, or a uid. */
  units: Map<string, Map<string, UnitEntry>>
  caddy: unknown
  journal: (JournalEntry & {
    readonly uid: number | null
    /** Where a manager tells of a unit. */
    readonly event?: Omit<UnitEvent, 'realtime'>
  })[]
  processes: ProcessFound[]
  /** Open connections by the path of the listening socket. */
  connections: Map<string, number>
  machine: {
    programs: Map<string, string>
    kernel: string
    hostname: string
    /** Bytes. */
    memory: number
    controllers: string[] | undefined
    mountOptions: string[]
    ports: Set<number>
  }
  /** Milliseconds since 1970. Moves by one at each call. */
  now: number
  nextPid: number
}
