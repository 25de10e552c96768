import type { Host, UserManager } from '@pilot/host/ports'
import type { Tenant } from '../tenant.ts'

export type Manager = UserManager

/** The systemd manager that runs the tenant's units: PID 1, or the tenant's own; undefined where that does not run. */
export const findManager = async (
  { spec, uid }: Tenant,
  { accounts, systemd, userManagers }: Host,
): Promise<Manager | undefined> => {
  if (spec.scope === 'system') return systemd
  const account = await accounts.find(spec.name)
  if (account?.uid !== uid || !(await accounts.isLingering(spec.name))) return undefined
  const { active } = await systemd.inspect(`user@${uid}.service`)
  return active === 'active' ? userManagers.of(account) : undefined
}
