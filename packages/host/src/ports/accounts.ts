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

/** An entry of passwd(5). */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
  readonly gecos: string
  readonly home: string
  readonly shell: string
}
