import type { TenantName } from '@pilot/contract'

/**
 * What samples are made of, read from cgroup folders and proc(5) alone: no D-Bus, no other program, no waiting. It does
 * not throw for what ended meanwhile, and answers null for what this machine has no controller for.
 */
export interface Meter {
  /** Names of the tenants that are present. */
  tenants(): readonly TenantName[]
  /** Of both scopes. */
  running(): readonly RunningTenant[]
  /** Names of the tenants in user scope, by uid. */
  userTenants(): ReadonlyMap<number, TenantName>
  /** Those of them that are asleep: their managers run all the same. */
  waitingManagers(): readonly TenantName[]
  /** True where a proxy stands before its program. */
  isProxied(name: TenantName): boolean
  /** Processes below the slice of a tenant in user scope. */
  processesOfManager(name: TenantName): readonly number[]
  /** The slices of all tenants in system scope; their processor time holds that of programs that have ended. */
  slices(): Usage
  /** Processes of Pilot itself that stay; a sampler that takes a single look does not. */
  ownProcesses(): readonly number[]
  /** Bytes; undefined where it has ended, null where it cannot be read. */
  pss(pid: number): number | null | undefined
  /** MemTotal and MemAvailable of proc_meminfo(5), bytes. */
  memory(): { readonly total: number; readonly available: number }
  /** Microseconds of processor time of that one of the units that the reader runs in, all its processes; null outside of them. */
  spent(units: readonly string[]): number | null
}

export interface RunningTenant extends Usage {
  readonly name: TenantName
  readonly scope: 'system' | 'user'
  readonly pids: readonly number[]
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
