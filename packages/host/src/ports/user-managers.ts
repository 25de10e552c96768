import type { TenantName } from '@pilot/contract'
import type { Account } from './accounts.ts'
import type { Systemd } from './systemd.ts'

export interface UserManagers {
  /**
   * The manager of a lingering account. It is not started: calls throw `service-down` where it does not run, or has
   * not answered after `limit` milliseconds.
   */
  of(account: Account<TenantName>, limit?: number): UserManager
}

/** Limits of user units stand in their files, which root owns; a user's manager could not keep others. */
export type UserManager = Omit<Systemd, 'watch' | 'watchStates' | 'setProperties' | 'changedAt'>
