import { PilotError } from '@pilot/contract'
import type { Host, UserManagers } from '@pilot/host/ports'
import type { TenantRecord } from '../store/index.ts'

/** The manager that runs the tenant's units. Throws `service-down` where a tenant's own is not to be had. */
export const managerOf = async (
  host: Host,
  { spec }: TenantRecord,
): Promise<ReturnType<UserManagers['of']>> => {
  if (spec.scope === 'system') return host.systemd
  const account = await host.accounts.find(spec.name)
  if (account !== undefined) return host.userManagers.of(account)
  throw new PilotError({
    code: 'service-down',
    service: 'user-manager',
    detail: `there is no account ${spec.name}`,
  })
}
