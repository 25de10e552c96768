import { HostFailure } from './host-failure.ts'

/** One systemd manager: PID 1, or a user's. */
export interface Systemd {
  /** Loaded units whose names match one of the glob patterns. One call for each unit. */
  list(patterns: readonly string[]): Promise<readonly UnitFound[]>
  /** The same by one call for all. */
  listStates(patterns: readonly string[]): Promise<readonly UnitState[]>
  /** `stateChangedAt` of these loaded units, by name. */
  changedAt(units: readonly UnitState[]): Promise<ReadonlyMap<string, number | null>>
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
  /** Since when it is in this ActiveState, milliseconds since 1970; null where it never was in another. */
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

/** The job of a unit ended with `result` other than done (systemd.unit(5), JobRemoved). */
export class UnitFailed extends HostFailure {
  override readonly name = 'UnitFailed'
  readonly unit: string
  readonly result: string

  constructor(unit: string, result: string) {
    super({ code: 'job-ended', unit, result })
    this.unit = unit
    this.result = result
  }
}
