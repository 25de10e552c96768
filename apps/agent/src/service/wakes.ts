import type { Wake, WakesQuery } from '@pilot/contract'
import type { UnitEvent, UnitEventQuery } from '@pilot/host/ports'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { readRuns, runMessages } from '../observe/runs.ts'
import { seeTenants, withTimes } from '../observe/see-tenants.ts'
import type { UnitSeen } from '../observe/tenant-state.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from './found.ts'

/** Of a proxied tenant the runs of its program, not of its proxy. */
export const readWakes = async (
  agent: Agent,
  { name, hours, limit }: WakesQuery,
): Promise<readonly Wake[]> => {
  const records = name === undefined ? agent.store.tenants.list() : [findRecord(agent, name)]
  const [only] = records
  const query: UnitEventQuery = {
    messageIds: runMessages,
    since: agent.now().getTime() - hours * 3_600_000,
    ...(name !== undefined && only !== undefined ? unitsOf(only) : { userUnit: { name: userService } }),
  }
  const runs = await readRuns(agent.host.journal.unitEvents(query), ownerAmong(records), limit)
  return closeOver(agent, records, runs)
}

/** A run whose end nobody has told is over where the program does not run now. */
const closeOver = async (
  agent: Agent,
  records: readonly TenantRecord[],
  runs: readonly Wake[],
): Promise<readonly Wake[]> => {
  const open = new Set(runs.filter(({ endedAt }) => endedAt === null).map(({ tenant }) => tenant))
  if (open.size === 0) return runs
  const seen = await seeTenants(
    agent,
    records.filter(({ spec }) => open.has(spec.name)),
  )
  const services = new Map<string, UnitSeen | undefined>(
    (await withTimes(agent, seen)).map(({ record, units }) => [record.spec.name, units.service]),
  )
  return runs.map((run) => {
    const service = services.get(run.tenant)
    if (run.endedAt !== null || (service !== undefined && running.has(service.active))) return run
    const ended = Math.max(service?.stateChangedAt ?? 0, Date.parse(run.at))
    return { ...run, endedAt: new Date(ended).toISOString() }
  })
}

const running = new Set(['active', 'activating', 'deactivating', 'reloading'])

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
