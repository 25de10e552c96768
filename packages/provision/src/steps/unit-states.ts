import { unitNames } from '@pilot/render'
import type { Tenant } from '../tenant.ts'
import type { Manager } from './manager.ts'

/** Names of the units that the tenant's manager runs for it, the socket first. */
export const unitsOf = ({ spec }: Tenant): readonly string[] => {
  const { socket, service, proxy } = unitNames(spec.name, spec.scope)
  return spec.activation === 'proxied' ? [socket, service, proxy] : [socket, service]
}

/** The socket first, so that no connection starts anything anew; the app last, as the proxy is bound to it. */
export const stopAll = async (tenant: Tenant, manager: Manager): Promise<void> => {
  const { socket, service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  for (const unit of [...pausesOf(tenant), socket, proxy, service])
    for (const up of await findUp([unit], manager)) await manager.stop(up)
}

/** In user scope: the pause after a failure, which opens the socket again when it ends. */
const pausesOf = ({ spec }: Tenant): readonly string[] =>
  spec.scope === 'user' ? ['pilot-backoff.service'] : []

/** Ends programs that hold the socket: systemd refuses to open one whose service already runs (socket_start). */
export const stopServices = async (tenant: Tenant, manager: Manager): Promise<void> => {
  const { service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  for (const unit of await findUp([proxy, service], manager)) await manager.stop(unit)
}

/** Names of those units of the tenant that run or are about to. */
export const findActive = async (tenant: Tenant, manager: Manager): Promise<readonly string[]> => {
  const { socket, service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  return findUp([...pausesOf(tenant), socket, service, proxy], manager)
}

/** The ActiveState of the tenant's socket: what is not loaded is inactive. */
export const socketState = async ({ spec }: Tenant, manager: Manager): Promise<string> => {
  const { socket } = unitNames(spec.name, spec.scope)
  return (await manager.listStates([socket]))[0]?.active ?? 'inactive'
}

// Asked by listStates, which loads nothing: systemd drops an idle unit at once, and reads all its files anew for the
// next who inspects it, 5 to 10 ms each.
const findUp = async (units: readonly string[], manager: Manager): Promise<readonly string[]> => {
  const up = new Set(
    (await manager.listStates(units)).filter(({ active }) => isUp(active)).map(({ name }) => name),
  )
  return units.filter((unit) => up.has(unit))
}

const isUp = (active: string): boolean => active !== 'inactive' && active !== 'failed'
