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

/** An entry of passwd(5). */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly gecos: string
  readonly home: string
  readonly shell: string
}

export interface Accounts {
  find(name: string): Promise<Account | undefined>
  findByUid(uid: number): Promise<Account | undefined>
  /** The gid of a group, from group(5). */
  findGroup(name: string): Promise<number | undefined>
  /** All uids and gids in use from `first` to `last`, both included. */
  listIds(first: number, last: number): Promise<ReadonlySet<number>>
  /** Runs systemd-sysusers(8) on these files; one call for all who ask at once. Serialised with every other change of accounts. */
  applySysusers(files: readonly string[]): Promise<void>
  /** userdel(8): ends its processes, removes account and group of that name; leaves the home. */
  remove(name: string): Promise<void>
  isLingering(name: string): Promise<boolean>
  /** loginctl enable-linger or disable-linger. Its manager runs, or has ended, when this returns. */
  setLingering(name: string, lingering: boolean): Promise<void>
}

export type FileKind = 'file' | 'directory' | 'symlink' | 'socket' | 'other'

export interface FileFound {
  readonly kind: FileKind
  /** Permission bits including setuid, setgid and sticky, such as 0o2750. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Of a symlink, where it points, as written. */
  readonly target?: string
}

export interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** Absolute paths only. Never follows a symlink at the last component. */
export interface Files {
  inspect(path: string): Promise<FileFound | undefined>
  read(path: string): Promise<string | undefined>
  /** Names in a directory, sorted; none where there is no directory. */
  list(path: string): Promise<readonly string[]>
  /** Whole and atomic: temp beside it, sync, owner, mode, rename. Does nothing where bytes and owner agree. */
  write(path: string, text: string, ownership: Ownership): Promise<void>
  /** Makes the directory (its parent must exist) or corrects its owner and mode. Does nothing where they agree. */
  makeDirectory(path: string, ownership: Ownership): Promise<void>
  /** Makes or replaces the symlink, atomically. Does nothing where it points there. */
  makeSymlink(path: string, target: string): Promise<void>
  /** Removes a file, symlink or socket. */
  remove(path: string): Promise<void>
  /** Removes a directory with all in it, without following symlinks. */
  removeTree(path: string): Promise<void>
  /** Gives this and everything below to this owner (lchown), without following symlinks. */
  chownTree(path: string, uid: number, gid: number): Promise<void>
}

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

export interface AuthenticationRule {
  readonly type: string
  readonly databases: readonly string[]
  readonly users: readonly string[]
  readonly method: string
  readonly options: readonly string[]
  readonly error: string | undefined
}

export interface UnitFound {
  readonly name: string
  /** LoadState: loaded, not-found, masked, error, bad-setting. */
  readonly load: string
  /** ActiveState: active, activating, deactivating, inactive, failed. */
  readonly active: string
  readonly sub: string
  readonly description: string
  /** FragmentPath, empty where there is none. */
  readonly fragmentPath: string
  readonly dropInPaths: readonly string[]
  /** When ActiveState changed last, milliseconds since 1970; null where never. */
  readonly stateChangedAt: number | null
  readonly needsReload: boolean
}

export interface ServiceFound {
  /** systemd's Result=: success, exit-code, signal, core-dump, oom-kill, timeout, start-limit-hit ... */
  readonly result: string
  readonly mainPid: number | null
  readonly exitStatus: number | null
  readonly user: string
  /** Bytes; null where "not set" (no controller, or nothing runs). */
  readonly memoryCurrent: number | null
  readonly tasksCurrent: number | null
  readonly cpuUsageNs: number | null
  /** The cgroup path below the cgroup2 mount, empty where nothing runs. */
  readonly controlGroup: string
  /** Configured limits; null for infinity. */
  readonly memoryMax: number | null
  /** CPUQuotaPerSecUSec, microseconds of processor time a second; null for infinity. */
  readonly cpuQuotaPerSecond: number | null
  readonly tasksMax: number | null
}

/** Without NAccepted and the like: they stay 0 where a service gets the listening socket (Accept=no, systemd.socket(5)). */
export interface SocketFound {
  readonly result: string
}

/** Properties by their systemd names and D-Bus types, for SetUnitProperties. null means infinity. */
export interface UnitProperties {
  readonly MemoryMax?: number | null
  readonly CPUQuotaPerSecUSec?: number | null
  readonly TasksMax?: number | null
}

/** What one call tells of many units; the words are those of UnitFound. */
export interface UnitState {
  readonly name: string
  readonly load: string
  readonly active: string
  readonly sub: string
}

export interface UnitChange {
  readonly name: string
  readonly active: string
  readonly sub: string
  /** As in UnitFound; null also where it was not told. */
  readonly stateChangedAt: number | null
}

/** All units that match, or one that has changed since. */
export type UnitsSeen =
  | { readonly event: 'found'; readonly units: readonly UnitState[] }
  | { readonly event: 'changed'; readonly unit: UnitChange }

/** One systemd manager: PID 1, or a user's. */
export interface Systemd {
  /** Loaded units whose names match one of the glob patterns. One call for each unit. */
  list(patterns: readonly string[]): Promise<readonly UnitFound[]>
  /** The same by one call for all. */
  listStates(patterns: readonly string[]): Promise<readonly UnitState[]>
  /** `stateChangedAt` of these loaded units. */
  changedAt(units: readonly string[]): Promise<ReadonlyMap<string, number | null>>
  /** Properties of a unit as systemctl show prints them (systemctl(1)), by name; without those it does not know. */
  show(unit: string, properties: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Loads it if need be; `load: 'not-found'` where there is no such unit. */
  inspect(unit: string): Promise<UnitFound>
  inspectService(unit: string): Promise<ServiceFound>
  inspectSocket(unit: string): Promise<SocketFound>
  /**
   * Each waits until the job is done. A failed start throws `UnitFailed`; so does one of a unit that cannot be
   * loaded, with its LoadState as result. Stopping what is not there succeeds.
   */
  start(unit: string): Promise<void>
  stop(unit: string): Promise<void>
  restart(unit: string): Promise<void>
  resetFailed(unit: string): Promise<void>
  /**
   * SetUnitProperties, kept over a reboot. systemd 252 says `needsReload` afterwards where the unit has other
   * drop-ins; 257 does not. The limits hold in either case.
   */
  setProperties(unit: string, properties: UnitProperties): Promise<void>
  /** daemon-reload. Concurrent calls share one. */
  reload(): Promise<void>
  /**
   * First the present state of each loaded unit matching the glob, then its changes, until aborted. After a
   * reconnect everything is told anew.
   */
  watch(pattern: string, signal: AbortSignal): AsyncIterable<UnitChange>
  /** The same for several globs; what it finds comes as one, so that what is missing shows after a reconnect. */
  watchStates(patterns: readonly string[], signal: AbortSignal): AsyncIterable<UnitsSeen>
  version(): Promise<string>
}

/** The job of a unit ended with `result` other than done (systemd.unit(5), JobRemoved). */
export class UnitFailed extends Error {
  override readonly name = 'UnitFailed'
  readonly unit: string
  readonly result: string

  constructor(unit: string, result: string) {
    super(`${unit}: job ended with ${result}`)
    this.unit = unit
    this.result = result
  }
}

export interface UserManagers {
  /**
   * The manager of a lingering account. It is not started: calls throw `service-down` where it does not run, or has
   * not answered after `limit` milliseconds.
   */
  of(account: Account, limit?: number): UserManager
}

/** Limits of user units stand in their files, which root owns; a user's manager could not keep others. */
export type UserManager = Omit<Systemd, 'watch' | 'watchStates' | 'setProperties' | 'changedAt'>

/** Caddy's admin API (caddyserver.com/docs/api). Paths like `/config/apps/http/servers` or `/id/pilot`. */
export interface Caddy {
  /** undefined where the path holds nothing. */
  get(path: string): Promise<unknown>
  /** PUT: creates, or inserts into an array. */
  put(path: string, value: unknown): Promise<void>
  /** PATCH: replaces what is there. */
  patch(path: string, value: unknown): Promise<void>
  /** POST: sets, or appends to an array. */
  post(path: string, value: unknown): Promise<void>
  delete(path: string): Promise<void>
  /** Where the admin API is reached, as configured, such as `unix//run/caddy/admin.sock`. */
  readonly address: string
  /** Asks the admin API for an answer, and the program for its version, such as `v2.10.0`; empty where it has none. */
  version(): Promise<string>
}

export interface JournalEntry {
  /** Microseconds since 1970. */
  readonly realtime: number
  readonly priority: number
  readonly unit: string
  readonly identifier: string
  readonly pid: number | null
  readonly message: string
  readonly cursor: string
}

export interface JournalQuery {
  /** Units of the system manager, as `_SYSTEMD_UNIT=` or `UNIT=`. */
  readonly units: readonly string[]
  /** Or everything that this account wrote (`_UID=`). */
  readonly uid?: number
  /** As journalctl --since takes it. */
  readonly since?: string
  /** The newest n, of those that the rest of the query leaves. */
  readonly lines?: number
  /** Syslog severity up to which entries count, 0 to 7; all without it. */
  readonly priority?: number
  /** Only entries whose message holds this text, in upper or lower case. */
  readonly search?: string
  /** None whose message fits this. */
  readonly without?: RegExp
}

/** What systemd tells of a unit with an id of its message catalogue (systemd.journal-fields(7), MESSAGE_ID=). */
export interface UnitEvent {
  /** Microseconds since 1970. */
  readonly realtime: number
  readonly unit: string
  /** Of the user manager that tells it; null where PID 1 does. */
  readonly uid: number | null
  /** 32 hex digits. */
  readonly messageId: string
  /** UNIT_RESULT, where the message has one. */
  readonly result: string | null
}

export interface UnitEventQuery {
  /** Units of PID 1; all where left out. */
  readonly units?: readonly string[]
  /**
   * A unit of the user managers of these uids. Anybody may log as if a manager did, so what is found costs no more
   * than these may cause.
   */
  readonly userUnit?: { readonly name: string; readonly uids: readonly number[] }
  readonly messageIds: readonly string[]
  /** Milliseconds since 1970. */
  readonly since: number
}

export interface Journal {
  read(query: JournalQuery): Promise<readonly JournalEntry[]>
  follow(query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry>
  /** Newest first. Reading ends when the reader leaves; once aborted it throws the signal's reason. */
  unitEvents(query: UnitEventQuery, signal: AbortSignal): AsyncIterable<UnitEvent>
}

export interface ProcessFound {
  readonly pid: number
  readonly uid: number
  readonly command: string
}

export interface MemoryFound {
  readonly processes: number
  /** Sum of Pss: in /proc/PID/smaps_rollup (proc(5)), bytes; null where that of one could not be read. */
  readonly pss: number | null
}

export interface Processes {
  /** All processes whose real uid is this one. */
  ofUid(uid: number): Promise<readonly ProcessFound[]>
  /** Of all processes whose real uid is one of these, both ends included. */
  memoryOfUids(first: number, last: number): Promise<MemoryFound>
  memoryOfPid(pid: number): Promise<MemoryFound>
  /** Connections that a process has taken from the listening Unix socket at this path, in /proc/net/unix. */
  unixConnections(path: string): Promise<number>
  /** Sends a signal to every process of this uid and waits until none is left. */
  endAllOf(uid: number): Promise<void>
}

/** Facts about the machine, for `check`. */
export interface Machine {
  /** The absolute path of a program on PATH. */
  which(program: string): Promise<string | undefined>
  kernel(): Promise<string>
  hostname(): Promise<string>
  /** MemTotal and MemAvailable of proc_meminfo(5), bytes. */
  memory(): Promise<{ readonly total: number; readonly available: number }>
  /** Controllers in cgroup.controllers of the cgroup2 mount; undefined where there is no cgroup2. */
  cgroupControllers(): Promise<readonly string[] | undefined>
  /** Options of the cgroup2 mount, such as `favordynmods`. */
  cgroupMountOptions(): Promise<readonly string[]>
  /** True where a TCP connection to this loopback port is accepted. */
  tcpListens(port: number): Promise<boolean>
}

/**
 * What samples are made of, read from cgroup folders and proc(5) alone: no D-Bus, no other program, no waiting. It does
 * not throw for what ended meanwhile, and answers null for what this machine has no controller for.
 */
export interface Meter {
  /** Names of the tenants that are present. */
  tenants(): readonly string[]
  /** Of both scopes. */
  running(): readonly RunningTenant[]
  /** Names of the tenants in user scope, by uid. */
  userTenants(): ReadonlyMap<number, string>
  /** Those of them that are asleep: their managers run all the same. */
  waitingManagers(): readonly string[]
  /** True where a proxy stands before its program. */
  isProxied(name: string): boolean
  /** Processes below the slice of a tenant in user scope. */
  processesOfManager(name: string): readonly number[]
  /** The slices of all tenants in system scope; their processor time holds that of programs that have ended. */
  slices(): Usage
  /** Processes of Pilot itself, but for the reader's own. */
  ownProcesses(): readonly number[]
  /** Bytes; undefined where it has ended, null where it cannot be read. */
  pss(pid: number): number | null | undefined
  /** MemTotal and MemAvailable of proc_meminfo(5), bytes. */
  memory(): { readonly total: number; readonly available: number }
  /** Microseconds of processor time of the unit that the reader runs in, all its processes; null outside of one. */
  spent(unit: string): number | null
}

/** Of one cgroup or several. */
export interface Usage {
  /** Microseconds of processor time (cpu.stat); null where there is no such cgroup. */
  readonly cpu: number | null
  /** memory.current, bytes. */
  readonly memory: number | null
  /** pids.current. */
  readonly tasks: number | null
}

export interface RunningTenant extends Usage {
  readonly name: string
  readonly scope: 'system' | 'user'
  readonly pids: readonly number[]
}

/** The journal as the sampler reads it: forward, from where it was left. */
export interface RunLog {
  /**
   * What PID 1 told of the runs of tenants in system scope since `after`. It alone can tell these, so all of them count.
   */
  trusted(after: RunLogPlace): RunLogPart
  /**
   * What tenants told themselves: user managers of their runs, and programs of how they began. A tenant can write as
   * much of it as it likes, so that no more than some thousands are read, and the rest is passed over.
   */
  told(after: RunLogPlace, scopes: { readonly user: boolean }): RunLogPart
}

/** A cursor of the journal; or where there is none yet, milliseconds since 1970. */
export type RunLogPlace = { readonly cursor: string } | { readonly since: number }

export interface RunLogPart {
  readonly entries: readonly RunLogEntry[]
  /** Where to go on. */
  readonly place: RunLogPlace
}

export interface RunLogEntry {
  /** Microseconds since 1970. */
  readonly realtime: number
  /** The tenant, or in user scope the uid that said it. */
  readonly of: { readonly name: string } | { readonly uid: number }
  /** 32 hex digits; empty for a line of the program. */
  readonly messageId: string
  readonly result: string | null
  /** Of a line of the program. */
  readonly message: string
}
