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
 * What runs of a tenant in user scope, one clause each. Its own manager is not asked: the tenant can stop it, and
 * then it answers nobody.
 */
export const findRunning = async (
  { uid }: Tenant,
  { systemd, processes }: Host,
): Promise<readonly string[]> => {
  const { active } = await systemd.inspect(managerUnit(uid))
  const { length } = await processes.ofUid(uid)
  return [
    ...(active === 'inactive' || active === 'failed' ? [] : [`${managerUnit(uid)} is ${active}`]),
    ...(length === 0 ? [] : [`it has ${length} processes`]),
  ]
}

/** Ends all that runs of a tenant in user scope, by PID 1 and the kernel. While it lingers, `start` brings it back. */
export const endRunning = async ({ uid }: Tenant, { systemd, processes }: Host): Promise<void> => {
  await systemd.stop(managerUnit(uid))
  await processes.endAllOf(uid)
}
