import type { TenantName, TenantStatus } from '@pilot/contract'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { lookLimit, managerOf } from '../observe/manager.ts'
import { seeTenants } from '../observe/see-tenants.ts'
import { statusOf } from '../observe/status.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from './found.ts'
import { journalOf } from './logs.ts'

/** One tenant with all that can be seen of it. */
export const showTenant = async (agent: Agent, name: TenantName): Promise<TenantStatus> => {
  const record = findRecord(agent, name)
  const [seen] = await seeTenants(agent, [record])
  if (seen === undefined) throw new Error('seeTenants answers one for each record')
  const status = statusOf(seen, agent.settings.httpPorts[0] ?? 80)
  const hasUnits = seen.units.socket !== undefined && seen.units.socket.load === 'loaded'
  return {
    ...status,
    reason: status.state === 'failing' ? await withLastLine(agent, record, status.reason) : status.reason,
    processes: (await agent.host.processes.ofUid(record.uid)).map(({ pid, command }) => ({ pid, command })),
    ...(hasUnits ? await readUnits(agent, record) : {}),
  }
}

const readUnits = async (agent: Agent, record: TenantRecord) => {
  const units = unitNames(record.spec.name, record.spec.scope)
  const manager = await managerOf(agent.host, record, lookLimit)
  const [socket, service] = [
    await manager.inspectSocket(units.socket),
    await manager.inspectService(units.service),
  ]
  return { accepted: socket.accepted, memoryCurrent: service.memoryCurrent }
}

const withLastLine = async (agent: Agent, record: TenantRecord, reason: string): Promise<string> => {
  const entries = await agent.host.journal.read({ ...journalOf(record), lines: 20 })
  // systemd's own lines only say that it failed, which the reason says already.
  const last = entries.findLast(({ identifier }) => identifier !== 'systemd')
  return last === undefined ? reason : `${reason} Its last line: ${last.message}`
}
