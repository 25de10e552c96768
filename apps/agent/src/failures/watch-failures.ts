import { TenantName } from '@pilot/contract'
import type { Host, UnitChange } from '@pilot/host/ports'
import type { Logger } from 'pino'
import type { BackOff } from './back-off.ts'
import { findLastEnd, type ServiceEnd } from './last-end.ts'

interface Parts {
  readonly host: Host
  readonly log: Logger
  readonly now: () => Date
  readonly backOff: BackOff
}

/**
 * Notes each failure of a tenant's service or socket, until aborted. First those that happened while no agent
 * ran: `OnFailure=` of the units has started it for them.
 */
export const watchFailures = async (agent: Parts, signal: AbortSignal): Promise<void> => {
  const { host, log } = agent
  const note = async (change: UnitChange): Promise<void> => {
    const unit = parseUnit(change.name)
    if (unit === undefined || change.active !== 'failed') return
    // The time belongs to the state it was told with: a waiting connection may have started the unit anew meanwhile,
    // and one failure is told more than once.
    const { active, stateChangedAt } =
      change.stateChangedAt === null ? await host.systemd.inspect(change.name) : change
    if (active !== 'failed') return
    const { result, status } = await endOf(host, change.name, unit.type)
    agent.backOff.note({
      tenant: unit.tenant,
      result,
      status,
      at: stateChangedAt ?? agent.now().getTime(),
      socketFailed: unit.type === 'socket',
    })
  }
  for await (const change of host.systemd.watch('pilot@*', signal))
    await note(change).catch((error: unknown) => {
      log.error({ err: error, unit: change.name }, 'cannot look at a failed unit')
    })
}

const endOf = async (host: Host, unit: string, type: 'service' | 'socket'): Promise<ServiceEnd> =>
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
