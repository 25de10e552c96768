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
  for (const unit of [...pausesOf(tenant), socket, proxy, service]) await stopUnit(unit, manager)
}

/** In user scope: the pause after a failure, which opens the socket again when it ends. */
const pausesOf = ({ spec }: Tenant): readonly string[] =>
  spec.scope === 'user' ? ['pilot-backoff.service'] : []

/** Ends programs that hold the socket: systemd refuses to open one whose service already runs (socket_start). */
export const stopServices = async (tenant: Tenant, manager: Manager): Promise<void> => {
  const { service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  for (const unit of [proxy, service]) await stopUnit(unit, manager)
}

/** Names of those units of the tenant that run or are about to. */
export const findActive = async (tenant: Tenant, manager: Manager): Promise<readonly string[]> => {
  const { socket, service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  const active: string[] = []
  for (const unit of [...pausesOf(tenant), socket, service, proxy])
    if (isUp((await manager.inspect(unit)).active)) active.push(unit)
  return active
}

const stopUnit = async (unit: string, manager: Manager): Promise<void> => {
  if (isUp((await manager.inspect(unit)).active)) await manager.stop(unit)
}

const isUp = (active: string): boolean => active !== 'inactive' && active !== 'failed'
