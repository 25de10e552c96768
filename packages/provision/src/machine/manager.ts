import type { Drift } from '@pilot/contract'
import type { Host, UserManager } from '@pilot/host/ports'
import type { Tenant } from '../tenant.ts'

export type Manager = UserManager

/**
 * The systemd manager that runs the tenant's units: PID 1, or the tenant's own; undefined where that does not run, or
 * should not.
 */
export const findManager = async (
  { spec, uid }: Tenant,
  { accounts, systemd, userManagers }: Host,
): Promise<Manager | undefined> => {
  if (spec.scope === 'system') return systemd
  if (spec.suspended) return undefined
  const account = await accounts.find(spec.name)
  if (account?.uid !== uid || !(await accounts.isLingering(spec.name))) return undefined
  const { active } = await systemd.inspect(managerUnit(uid))
  return active === 'active' ? userManagers.of(account) : undefined
}

/** user@.service(5) */
export const managerUnit = (uid: number): string => `user@${uid}.service`

/**
 * What runs of a suspended tenant in user scope. Its own manager is not asked: the tenant can stop it, and then it
 * answers nobody.
 */
export const findRunning = async (
  { uid }: Tenant,
  { systemd, processes }: Host,
): Promise<readonly Drift[]> => {
  const unit = managerUnit(uid)
  const { active } = await systemd.inspect(unit)
  const { length } = await processes.ofUid(uid)
  const drift: Drift[] = []
  if (active !== 'inactive' && active !== 'failed') drift.push({ code: 'still-active', unit, active })
  if (length > 0) drift.push({ code: 'still-processes', count: length })
  return drift
}

/** Ends all that runs of a tenant in user scope, by PID 1 and the kernel. While it lingers, `start` brings it back. */
export const endRunning = async ({ uid }: Tenant, { systemd, processes }: Host): Promise<void> => {
  await systemd.stop(managerUnit(uid))
  await processes.endAllOf(uid)
}
