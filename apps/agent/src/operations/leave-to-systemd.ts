import type { TenantName } from '@pilot/contract'
import { paths, unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'

/**
 * Has systemd make the sandbox of a tenant whose unit somebody's own drop-in adds to: mounts and filters of it hold
 * only then. For an upgrade from before there was another way.
 */
export const leaveToSystemd = async (
  { store, host, now }: Pick<Agent, 'store' | 'host' | 'now'>,
  tenant: TenantName,
): Promise<void> => {
  const record = store.tenants.find(tenant)
  if (record === undefined || record.spec.scope === 'user') return
  const { dropInPaths } = await host.systemd.inspect(unitNames(tenant, 'system').service)
  const own = [paths.serviceDropIn(tenant), `${paths.serviceControl(tenant)}/`]
  if (dropInPaths.every((path) => own.some((start) => path.startsWith(start)))) return
  store.tenants.wish({ ...record, spec: { ...record.spec, sandbox: 'systemd' } }, now())
}
