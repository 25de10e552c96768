import type { TenantName } from '@pilot/contract'

export interface Accounts {
  /** Of any name: that of a tenant-to-be may be a stranger's, and `check` tells of units that are not ours. */
  find<Name extends string>(name: Name): Promise<Account<Name> | undefined>
  findByUid(uid: number): Promise<Account | undefined>
  /** The gid of a group, from group(5); also of Caddy's. */
  findGroup(name: string): Promise<number | undefined>
  /** All uids and gids in use from `first` to `last`, both included. */
  listIds(first: number, last: number): Promise<ReadonlySet<number>>
  /** Runs systemd-sysusers(8) on these files; one call for all who ask at once. Serialised with every other change of accounts. */
  applySysusers(files: readonly string[]): Promise<void>
  /** userdel(8): ends its processes, removes account and group of that name; leaves the home. */
  remove(name: TenantName): Promise<void>
  /** Of any name, as `find`. */
  isLingering(name: string): Promise<boolean>
  /** loginctl enable-linger or disable-linger. Its manager runs, or has ended, when this returns. */
  setLingering(name: TenantName, lingering: boolean): Promise<void>
}

/** An entry of passwd(5); a tenant's, where a tenant's name was asked for. */
export interface Account<Name extends string = string> {
  readonly name: Name
  readonly uid: number
  readonly gid: number
  readonly gecos: string
  readonly home: string
  readonly shell: string
}
