import type { Caller } from '@pilot/api/service'
import type { SeenReason, StateReason, TenantName, TenantStatus } from '@pilot/contract'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { lookLimit, managerOf } from '../units/manager.ts'
import { seeTenant, type SeeingParts } from '../tenants/see-tenants.ts'
import { statusFor, statusOf } from '../tenants/status.ts'
import type { Seen } from '../tenants/tenant-state.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from '../tenants/find-record.ts'
import { journalOf } from './logs.ts'

export type ShowParts = SeeingParts & Pick<Agent, 'config'>

/** One tenant with all that can be seen of it. */
export const showTenant = async (
  agent: ShowParts,
  name: TenantName,
  caller: Caller,
): Promise<TenantStatus> => {
  const record = findRecord(agent, name)
  const seen = await seeTenant(agent, record)
  const status = statusOf(seen, agent.config.httpPorts[0] ?? 80)
  const hasUnits = seen.units.socket !== undefined && seen.units.socket.load === 'loaded'
  const { processes } = agent.host
  const [found, memory, connections, units] = await Promise.all([
    processes.ofUid(record.uid),
    processes.memoryOfUids(record.uid, record.uid),
    hasUnits ? processes.unixConnections(status.socketPath) : null,
    hasUnits ? readUnits(agent, record) : {},
  ])
  return statusFor(caller, {
    ...status,
    reason: await reasonOf(agent, seen, status, connections ?? 0),
    processes: found.map(({ pid, command }) => ({ pid, command })),
    pss: memory.processes === 0 ? null : memory.pss,
    connections,
    ...units,
  })
}

const readUnits = async (agent: ShowParts, record: TenantRecord) => {
  const units = unitNames(record.spec.name, record.spec.scope)
  const manager = await managerOf(agent.host, record, lookLimit)
  const { memoryCurrent } = await manager.inspectService(units.service)
  return { memoryCurrent }
}

const reasonOf = async (
  agent: ShowParts,
  { record, units, failure }: Seen,
  { state, reason }: TenantStatus,
  connections: number,
): Promise<StateReason> => {
  if (reason.code === 'failed-again' || reason.code === 'failed-briefly')
    return { ...reason, lastLine: await readLastLine(agent, record) }
  if (state === 'awake' && units.service?.active === 'active') return awakeReason(record, connections)
  const ranUntil = units.service?.stateChangedAt
  if (state === 'asleep' && failure === undefined && ranUntil != null)
    return { code: 'listening', ranUntil: new Date(ranUntil).toISOString() }
  return reason
}

const awakeReason = ({ spec }: TenantRecord, connections: number): SeenReason =>
  connections > 0 ? { code: 'kept-awake', connections } : { code: 'awake-until-idle', idle: spec.idle }

const readLastLine = async (agent: ShowParts, record: TenantRecord): Promise<string | null> => {
  const entries = await agent.host.journal.read({ ...journalOf(record), lines: 20 })
  // systemd's own lines only say that it failed, which the reason says already.
  return entries.findLast(({ identifier }) => identifier !== 'systemd')?.message ?? null
}
