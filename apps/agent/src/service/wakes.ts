import type { Wake, WakesQuery } from '@pilot/contract'
import type { UnitEvent, UnitEventQuery } from '@pilot/host/ports'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { readRuns, runMessages } from '../observe/runs.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from './found.ts'

/** Of a proxied tenant the runs of its program, not of its proxy. */
export const readWakes = (agent: Agent, { name, hours, limit }: WakesQuery): Promise<readonly Wake[]> => {
  const records = name === undefined ? agent.store.tenants.list() : [findRecord(agent, name)]
  const [only] = records
  const query: UnitEventQuery = {
    messageIds: runMessages,
    since: agent.now().getTime() - hours * 3_600_000,
    ...(name !== undefined && only !== undefined ? unitsOf(only) : { userUnit: { name: userService } }),
  }
  return readRuns(agent.host.journal.unitEvents(query), ownerAmong(records), limit)
}

const userService = 'pilot.service'

const unitsOf = ({ spec: { name, scope }, uid }: TenantRecord): Pick<UnitEventQuery, 'units' | 'userUnit'> =>
  scope === 'system'
    ? { units: [unitNames(name, scope).service] }
    : { units: [], userUnit: { name: userService, uid } }

const ownerAmong = (records: readonly TenantRecord[]): ((event: UnitEvent) => string | undefined) => {
  const owners = new Map<string, string>(
    records.map(({ spec: { name, scope }, uid }) => [
      scope === 'system' ? unitNames(name, scope).service : `${uid} ${userService}`,
      name,
    ]),
  )
  return ({ unit, uid }) => owners.get(uid === null ? unit : `${uid} ${unit}`)
}
