import { PilotError } from '@pilot/contract'
import type { Host, UserManagers } from '@pilot/host/ports'
import type { TenantRecord } from '../store/index.ts'

/**
 * The manager that runs the tenant's units; a tenant's own has `limit` milliseconds for each answer. Throws
 * `service-down` where that is not to be had.
 */
export const managerOf = async (
  host: Host,
  { spec }: TenantRecord,
  limit?: number,
): Promise<ReturnType<UserManagers['of']>> => {
  if (spec.scope === 'system') return host.systemd
  const account = await host.accounts.find(spec.name)
  if (account !== undefined) return host.userManagers.of(account, limit)
  throw new PilotError({
    code: 'service-down',
    service: 'user-manager',
    detail: `there is no account ${spec.name}`,
  })
}

/** Milliseconds for a look at a tenant's own manager: a tenant that stops it must not hold up who looks. */
export const lookLimit = 3000
