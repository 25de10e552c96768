import { PilotError } from '@pilot/contract'
import type { UnitFound } from '@pilot/host/ports'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import type { TenantRecord } from '../store/index.ts'
import { atMost } from './at-most.ts'
import { lookLimit, managerOf } from './manager.ts'
import type { Seen, UnitsFound } from './tenant-state.ts'

/** Looks at these tenants: one call of systemd for all in system scope, one of its own manager for each other. */
export const seeTenants = async (
  agent: Agent,
  records: readonly TenantRecord[],
): Promise<readonly Seen[]> => {
  const { store, host } = agent
  const inSystem = records.some(({ spec }) => spec.scope === 'system')
  const units = byName(inSystem ? await host.systemd.list(['pilot@*', 'pilot-proxy@*']) : [])
  const unfinished = new Set<string>(store.operations.unfinished().map(({ tenant }) => tenant))
  const failures = new Map(store.failures.list().map((failure) => [failure.tenant, failure]))
  const see = atMost(8)
  return Promise.all(
    records.map(async (record) => ({
      record,
      unfinished: unfinished.has(record.spec.name),
      failure: failures.get(record.spec.name),
      ...(record.spec.scope === 'system'
        ? { units: pick(units, record) }
        : await see(() => seeUserUnits(agent, record))),
    })),
  )
}

const byName = (units: readonly UnitFound[]): ReadonlyMap<string, UnitFound> =>
  new Map(units.map((unit) => [unit.name, unit]))

const pick = (units: ReadonlyMap<string, UnitFound>, { spec }: TenantRecord): UnitsFound => {
  const names = unitNames(spec.name, spec.scope)
  return { socket: units.get(names.socket), service: units.get(names.service), proxy: units.get(names.proxy) }
}

const nothing: UnitsFound = { socket: undefined, service: undefined, proxy: undefined }

const seeUserUnits = async (
  { host }: Agent,
  record: TenantRecord,
): Promise<Pick<Seen, 'units' | 'unseen'>> => {
  const { parts, suspended } = record.spec
  if (record.wish !== 'present' || suspended || !parts.includes('units')) return { units: nothing }
  try {
    const manager = await managerOf(host, record, lookLimit)
    return { units: pick(byName(await manager.list(['pilot.*', 'pilot-proxy.*'])), record) }
  } catch (error) {
    // What one tenant's manager answers shows as one degraded tenant, not as a list that fails.
    return { units: nothing, unseen: clauseOf(error) }
  }
}

const clauseOf = (error: unknown): string => {
  if (error instanceof PilotError && error.problem.code === 'service-down') return error.problem.detail
  return error instanceof Error ? error.message : String(error)
}
