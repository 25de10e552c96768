import { TenantName } from '@pilot/contract'
import type { Host, UnitChange } from '@pilot/host/ports'
import type { Agent } from '../agent.ts'
import { findLastEnd, type End } from './last-end.ts'

/**
 * Notes each failure of a tenant's service or socket, until aborted. First those that happened while no agent
 * ran: `OnFailure=` of the units has started it for them.
 */
export const watchFailures = async (agent: Agent, signal: AbortSignal): Promise<void> => {
  const { host, log } = agent
  const note = async ({ name, active }: UnitChange): Promise<void> => {
    const unit = parseUnit(name)
    if (unit === undefined || active !== 'failed') return
    const { stateChangedAt } = await host.systemd.inspect(name)
    const { result, status } = await endOf(host, name, unit.type)
    const at = stateChangedAt ?? agent.now().getTime()
    agent.backOff.note({
      tenant: unit.tenant,
      result,
      status,
      at,
      socketFailed: unit.type === 'socket',
    })
  }
  const noteSafely = (change: UnitChange): Promise<void> =>
    note(change).catch((error: unknown) => {
      log.error({ err: error, unit: change.name }, 'cannot look at a failed unit')
    })

  const noteFound = async (): Promise<void> => {
    for (const unit of await host.systemd.list(['pilot@*'])) await noteSafely(unit)
  }
  const noteChanges = async (): Promise<void> => {
    for await (const change of host.systemd.watch('pilot@*', signal)) await noteSafely(change)
  }
  // At the same time: what fails between a list and the first signal would else be seen by neither.
  await Promise.all([noteChanges(), noteFound()])
}

const endOf = async (host: Host, unit: string, type: 'service' | 'socket'): Promise<End> =>
  type === 'socket'
    ? { result: (await host.systemd.inspectSocket(unit)).result, status: null }
    : findLastEnd(host, unit)

const parseUnit = (name: string): { tenant: TenantName; type: 'service' | 'socket' } | undefined => {
  const match = /^pilot@(.+)\.(service|socket)$/.exec(name)
  const tenant = TenantName.safeParse(match?.[1])
  return tenant.success
    ? { tenant: tenant.data, type: match?.[2] === 'socket' ? 'socket' : 'service' }
    : undefined
}
