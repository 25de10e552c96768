import type { TenantService } from '@pilot/api/service'
import type { Wake, WakesQuery } from '@pilot/contract'
import type { UnitEvent, UnitEventQuery } from '@pilot/host/ports'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { runMessages } from './run-messages.ts'
import { readRuns } from './read-runs.ts'
import { seeTenants, withTimes, type SeeingParts } from '../tenants/see-tenants.ts'
import { shareReads } from './share-reads.ts'
import type { UnitSeen } from '../units/system-units.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from '../tenants/find-record.ts'

export type WakesParts = SeeingParts & Pick<Agent, 'now' | 'samples'>

/** Of a proxied tenant the runs of its program, not of its proxy. */
export const wakesMethod = (agent: WakesParts): TenantService['wakes'] => {
  const readOfAll = shareWakes(agent)
  return async (query, _caller, signal) =>
    query.name === undefined
      ? readOfAll(query, signal)
      : readWakes(agent, [findRecord(agent, query.name)], query, signal)
}

export type ReadWakes = (query: Omit<WakesQuery, 'name'>, signal: AbortSignal) => Promise<readonly Wake[]>

/**
 * The runs of all tenants. A tenant can fill the journal with events of its own, so that this takes long: one reading
 * serves all who ask meanwhile and within the second after.
 */
export const shareWakes = (agent: WakesParts): ReadWakes =>
  shareReads((query, signal) => readWakes(agent, agent.store.tenants.list(), query, signal), 1000)

const readWakes = async (
  agent: WakesParts,
  records: readonly TenantRecord[],
  { name, hours, limit }: WakesQuery,
  signal: AbortSignal,
): Promise<readonly Wake[]> => {
  const since = agent.now().getTime() - hours * 3_600_000
  const users = records.filter(({ spec }) => spec.scope === 'user')
  const units = records.flatMap(({ spec }) =>
    spec.scope === 'system' ? [unitNames(spec.name, 'system').service] : [],
  )
  const query: UnitEventQuery = {
    messageIds: runMessages,
    since,
    // PID 1 tells of all as quickly as of some thousands by name, and nobody else can speak for it.
    ...(name === undefined && units.length > 0 ? {} : { units }),
    userUnit: { name: userService, uids: users.map(({ uid }) => uid) },
  }
  const runs = await readRuns(agent.host.journal.unitEvents(query, signal), ownerAmong(records), limit)
  return closeOver(
    agent,
    records,
    runs.map((run) => withParts(agent, run)),
  )
}

/** What the sampler has learned of it besides. */
const withParts = ({ samples }: WakesParts, run: Wake): Wake => {
  const parts = samples.partsOf(run.tenant, run.at)
  return parts === undefined
    ? run
    : { ...run, readyMilliseconds: parts.ready, firstByteMilliseconds: parts.firstByte }
}

/** A run whose end nobody has told is over where the program does not run now. */
const closeOver = async (
  agent: WakesParts,
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

const ownerAmong = (records: readonly TenantRecord[]): ((event: UnitEvent) => string | undefined) => {
  const owners = new Map<string, string>(
    records.map(({ spec: { name, scope }, uid }) => [
      scope === 'system' ? unitNames(name, scope).service : `${uid} ${userService}`,
      name,
    ]),
  )
  return ({ unit, uid }) => owners.get(uid === null ? unit : `${uid} ${unit}`)
}
