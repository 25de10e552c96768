import { UnitFailed } from '@pilot/host/ports'
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

/**
 * Opens the socket after failures; one that is open stays as it is. Where the program still runs it is ended first, which
 * it may take its time for, since nobody new could reach it.
 * @throws UnitFailed
 */
export const openSocket = async (tenant: Tenant, manager: Manager): Promise<void> => {
  // Its program may be in the state failed as well, which nothing but this leaves (systemctl(1), reset-failed).
  await manager.resetFailed(unitNames(tenant.spec.name, tenant.spec.scope).service)
  const states = await findStates(tenant, manager)
  if (states.socket !== 'active') await openClosed(tenant, states, manager)
}

/** Opens a socket that is closed or failed. systemd refuses while what it starts already runs (socket_start). */
export const openClosed = async (tenant: Tenant, states: UnitStates, manager: Manager): Promise<void> => {
  const { socket } = unitNames(tenant.spec.name, tenant.spec.scope)
  // Failed by its trigger limit (systemd.socket(5)); only then does it have anything to forget.
  if (states.socket === 'failed') await manager.resetFailed(socket)
  if (states.others.length > 0) await stopServices(tenant, manager)
  await manager.start(socket)
}

/**
 * Ends who has taken the connections; the socket stays, and whoever waits in it starts them again. False where one of
 * these came in between and cancelled it, so that it may run on.
 */
export const stopConnected = async (tenant: Tenant, manager: Manager): Promise<boolean> => {
  const { service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  const [taker] = await findUp([proxy, service], manager)
  try {
    if (taker !== undefined) await manager.stop(taker)
    return true
  } catch (error) {
    if (error instanceof UnitFailed && error.result === 'canceled') return false
    throw error
  }
}

/** Closes the socket with all who wait in it, ends what runs, and opens it again. */
export const openAnew = async (tenant: Tenant, manager: Manager): Promise<void> => {
  await stopAll(tenant, manager)
  await openClosed(tenant, await findStates(tenant, manager), manager)
}

/** The proxy first, as it is bound to the app. */
const stopServices = async (tenant: Tenant, manager: Manager): Promise<void> => {
  const { service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  for (const unit of await findUp([proxy, service], manager)) await manager.stop(unit)
}

/** Names of those units of the tenant that run or are about to. */
export const findActive = async (tenant: Tenant, manager: Manager): Promise<readonly string[]> =>
  findUp(allOf(tenant), manager)

export interface UnitStates {
  /** ActiveState of the socket; what is not loaded is inactive. */
  readonly socket: string
  /** Names of the tenant's other units that are up. */
  readonly others: readonly string[]
}

export const findStates = async (tenant: Tenant, manager: Manager): Promise<UnitStates> => {
  const { socket } = unitNames(tenant.spec.name, tenant.spec.scope)
  const states = await manager.listStates(allOf(tenant))
  return {
    socket: states.find(({ name }) => name === socket)?.active ?? 'inactive',
    others: states.filter(({ name, active }) => name !== socket && isUp(active)).map(({ name }) => name),
  }
}

const allOf = (tenant: Tenant): readonly string[] => {
  const { socket, service, proxy } = unitNames(tenant.spec.name, tenant.spec.scope)
  return [...pausesOf(tenant), socket, service, proxy]
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
