import { hasPart, PilotError } from '@pilot/contract'
import { unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import type { TenantRecord } from '../store/index.ts'
import type { UnitsByName, UnitSeen } from '../units/system-units.ts'
import type { UserUnits } from '../units/user-units.ts'
import type { Seen, TenantUnits } from './tenant-state.ts'

/** What it takes to look at tenants. */
export type SeeingParts = Pick<Agent, 'store' | 'host' | 'systemUnits' | 'userUnits'>

/**
 * Looks at these tenants: one call of systemd for all in system scope, one of its own manager for each other. Of the
 * former it does not see since when; `withTimes` does.
 */
export const seeTenants = async (
  agent: SeeingParts,
  records: readonly TenantRecord[],
): Promise<readonly Seen[]> => {
  const inSystem = records.some(({ spec }) => spec.scope === 'system')
  return seeIn(agent, records, inSystem ? await agent.systemUnits.states() : new Map(), (each) =>
    agent.userUnits.of(each),
  )
}

/** Looks at one tenant alone, also while others are observed: its units as they are at this moment. */
export const seeTenant = async (agent: SeeingParts, record: TenantRecord): Promise<Seen> => {
  const { name, scope } = record.spec
  const units = scope === 'system' ? await agent.host.systemd.list(Object.values(unitNames(name, scope))) : []
  const [seen] = await seeIn(agent, [record], byName(units), (each) => agent.userUnits.now(each))
  if (seen === undefined) throw new Error('one record gives one tenant')
  return seen
}

const seeIn = async (
  agent: SeeingParts,
  records: readonly TenantRecord[],
  units: UnitsByName,
  userUnitsOf: UserUnits['of'],
): Promise<readonly Seen[]> => {
  const unfinished = new Set<string>(agent.store.operations.unfinished().map(({ tenant }) => tenant))
  const failures = new Map(agent.store.failures.list().map((failure) => [failure.tenant, failure]))
  return Promise.all(
    records.map(async (record): Promise<Seen> => {
      const known = {
        record,
        unfinished: unfinished.has(record.spec.name),
        failure: failures.get(record.spec.name),
      }
      return record.spec.scope === 'system'
        ? { ...known, units: pick(units, record) }
        : { ...known, ...(await seeUserUnits(record, userUnitsOf)) }
    }),
  )
}

/** The same tenants with the times at which their units changed. */
export const withTimes = async (agent: SeeingParts, all: readonly Seen[]): Promise<readonly Seen[]> => {
  const timeless = all
    .flatMap(({ units: { service, socket } }) => [service, socket])
    .filter((unit) => unit !== undefined)
    .filter(({ stateChangedAt }) => stateChangedAt === null)
  if (timeless.length === 0) return all
  const times = await agent.host.systemd.changedAt(timeless)
  const timed = (unit: UnitSeen | undefined): UnitSeen | undefined =>
    unit && { ...unit, stateChangedAt: unit.stateChangedAt ?? times.get(unit.name) ?? null }
  return all.map((seen) =>
    seen.record.spec.scope === 'system'
      ? {
          ...seen,
          units: { ...seen.units, service: timed(seen.units.service), socket: timed(seen.units.socket) },
        }
      : seen,
  )
}

const byName = (units: readonly UnitSeen[]): UnitsByName => new Map(units.map((unit) => [unit.name, unit]))

const pick = (units: UnitsByName, { spec }: TenantRecord): TenantUnits => {
  const names = unitNames(spec.name, spec.scope)
  return { socket: units.get(names.socket), service: units.get(names.service), proxy: units.get(names.proxy) }
}

const nothing: TenantUnits = { socket: undefined, service: undefined, proxy: undefined }

const seeUserUnits = async (
  record: TenantRecord,
  unitsOf: UserUnits['of'],
): Promise<Pick<Seen, 'units' | 'unseen'>> => {
  const { spec, wish } = record
  if (wish !== 'present' || spec.suspended || !hasPart(spec, 'units')) return { units: nothing }
  try {
    return { units: pick(byName(await unitsOf(record)), record) }
  } catch (error) {
    // What one tenant's manager answers shows as one degraded tenant, not as a list that fails.
    return { units: nothing, unseen: clauseOf(error) }
  }
}

/** Why something could not be seen, in the words of who could not be asked. */
export const clauseOf = (error: unknown): string => {
  if (error instanceof PilotError && error.problem.code === 'service-down') return error.problem.detail
  return error instanceof Error ? error.message : String(error)
}
