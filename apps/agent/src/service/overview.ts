import type { HostService } from '@pilot/api/service'
import { PilotError, type Overview, type Problem, type ProcessMemory } from '@pilot/contract'
import { firstTenantUid, lastTenantUid } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { countStates, type Counts } from '../tenants/count-states.ts'
import { clauseOf, seeTenants } from '../tenants/see-tenants.ts'
import { stateOf } from '../tenants/tenant-state.ts'
import { within } from './within.ts'
import { problemOf } from '../problem-of.ts'
import type { TenantRecord } from '../store/index.ts'
import { shareWakes, type ReadWakes, type WakesParts } from '../runs/wakes.ts'

type Parts = WakesParts & Pick<Agent, 'log'>

/** All parts at once; a service that does not answer costs no more than its deadline, and the rest is told. */
export const overviewMethod = (agent: Parts): HostService['overview'] => {
  const readWakes = shareWakes(agent)
  return (_input, _caller, signal) => readOverview(agent, readWakes, signal)
}

const readOverview = async (agent: Parts, readWakes: ReadWakes, left: AbortSignal): Promise<Overview> => {
  const { machine, processes } = agent.host
  const records = agent.store.tenants.list()
  const [hostname, kernel, memory, tenants, pilot, systemd, services, counts, lastWakes] = await Promise.all([
    machine.hostname(),
    machine.kernel(),
    machine.memory(),
    within(deadline, processes.memoryOfUids(firstTenantUid, lastTenantUid), unknownMemory),
    processes.memoryOfPid(process.pid),
    processes.memoryOfPid(1),
    readServices(agent),
    count(agent, records),
    readLastWakes(agent, readWakes, left),
  ])
  return {
    hostname,
    kernel,
    counts,
    total: records.filter(({ wish }) => wish === 'present').length,
    ownManagers: records.filter(hasOwnManager).length,
    memory: { tenants, pilot, systemd, ...memory },
    services,
    lastWakes,
  }
}

const hasOwnManager = ({ wish, spec }: TenantRecord): boolean =>
  wish === 'present' && spec.scope === 'user' && !spec.suspended

/** Milliseconds. */
const deadline = 2000

const unknownMemory = (): ProcessMemory => ({ processes: 0, pss: null })

type ServiceHealth = Overview['services'][number]

const readServices = async ({ host, log }: Parts): Promise<ServiceHealth[]> =>
  Promise.all([
    health(log, 'systemd', host.systemd.version()),
    health(log, 'postgresql', host.postgres.version()),
    health(log, 'caddy', host.caddy.version()),
  ])

const health = async (
  log: Agent['log'],
  service: ServiceHealth['service'],
  version: Promise<string>,
): Promise<ServiceHealth> => {
  const late = (): never => {
    const detail = `no answer within ${deadline / 1000} s`
    throw new PilotError({ code: 'service-down', service, detail })
  }
  try {
    return { service, ok: true, version: await within(deadline, version, late) }
  } catch (error) {
    return { service, ok: false, problem: problemOf(log, error) }
  }
}

/** Where systemd does not answer nobody knows how they are: all that are not at rest by their wish are degraded. */
const count = async (agent: Parts, records: readonly TenantRecord[]): Promise<Counts> => {
  const late = (): never => {
    throw new PilotError(unreachable)
  }
  try {
    const seen = await within(deadline, seeTenants(agent, records), late)
    return countStates(seen.map((each) => stateOf(each).state))
  } catch (error) {
    if (!(error instanceof PilotError)) throw error
    return countStates(records.map((record) => stateOf(unseen(record, clauseOf(error))).state))
  }
}

const unreachable: Problem = { code: 'service-down', service: 'systemd', detail: 'no answer in time' }

const unseen = (record: TenantRecord, clause: string) => ({
  record,
  unfinished: false,
  failure: undefined,
  units: { socket: undefined, service: undefined, proxy: undefined },
  unseen: clause,
})

const readLastWakes = async (
  agent: Parts,
  readWakes: ReadWakes,
  left: AbortSignal,
): Promise<Overview['lastWakes']> => {
  const signal = AbortSignal.any([left, AbortSignal.timeout(deadline)])
  try {
    return [...(await readWakes({ hours: 24, limit: 10 }, signal))]
  } catch (error) {
    if (!signal.aborted) agent.log.warn({ err: error }, 'cannot read the last wakes')
    return []
  }
}
