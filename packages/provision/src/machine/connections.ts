import { setTimeout as delay } from 'node:timers/promises'
import type { Host } from '@pilot/host/ports'
import { socketPath } from '@pilot/render'
import type { Tenant } from '../tenant.ts'
import { endRunning, findManager, managerUnit } from './manager.ts'
import { openAnew, stopConnected } from './unit-states.ts'

/** Whether anybody is connected to the tenant's program, or waits for it. */
export const hasConnections = async (tenant: Tenant, { processes }: Host): Promise<boolean> => {
  const path = pathOf(tenant)
  return (await processes.unixQueue(path)) > 0 || (await processes.unixConnections(path)) > 0
}

/**
 * Ends every connection to the tenant's program that was there when this was called; nothing where there was none.
 * For domains that lead elsewhere or nowhere by now: Caddy keeps its connections by the path that it dialled, and one
 * in constant use would bring this tenant the visitors of a domain that has become another's. Those that are ended
 * belong to a process, so first all that wait have to be taken by it, then it ends, after what is in work.
 */
export const endConnections = async (tenant: Tenant, host: Host): Promise<void> => {
  if (!(await hasConnections(tenant, host))) return
  if (tenant.spec.scope === 'user') return endOwn(tenant, host)
  if ((await areAllTaken(tenant, host)) && (await endTaken(tenant, host))) return
  await openAnew(tenant, host.systemd)
}

const endTaken = async (tenant: Tenant, { processes, systemd }: Host): Promise<boolean> =>
  (await processes.unixConnections(pathOf(tenant))) === 0 || stopConnected(tenant, systemd)

const pathOf = ({ spec }: Tenant): string => socketPath(spec.name, spec.scope)

/** By PID 1: the tenant's own manager is the tenant's, and a process may have left its unit. */
const endOwn = async (tenant: Tenant, host: Host): Promise<void> => {
  const manager = await findManager(tenant, host)
  await endRunning(tenant, host)
  if (manager !== undefined) await host.systemd.start(managerUnit(tenant.uid))
}

/** True once nobody waits: the queue is served in order, so all that waited before have been taken. */
const areAllTaken = async (tenant: Tenant, { processes }: Host): Promise<boolean> => {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    if ((await processes.unixQueue(pathOf(tenant))) === 0) return true
    await delay(20)
  }
  return false
}
