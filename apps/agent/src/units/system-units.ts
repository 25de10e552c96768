import type { Systemd, UnitsSeen, UnitState } from '@pilot/host/ports'

export interface UnitSeen extends UnitState {
  /** Milliseconds since 1970; null where never, or where it was not asked for. */
  readonly stateChangedAt: number | null
}

export type UnitsByName = ReadonlyMap<string, UnitSeen>

/** The units of all tenants in system scope. */
export interface SystemUnits {
  /** Asked of systemd by one call; while somebody observes, as they were told last. */
  states(): Promise<UnitsByName>
  /** Calls back after each change until aborted. After the bus broke off everything is found anew. */
  observe(onChange: () => void, signal: AbortSignal): Promise<void>
}

export const createSystemUnits = (systemd: Systemd): SystemUnits => {
  let live: UnitsByName | undefined
  return {
    states: async () => live ?? found(await systemd.listStates(patterns)),
    observe: async (onChange, signal) => {
      let own: Map<string, UnitSeen> | undefined
      try {
        for await (const seen of systemd.watchStates(patterns, signal)) {
          own = take(own, seen)
          live = own
          onChange()
        }
      } finally {
        // The next observer may have begun already.
        if (live === own) live = undefined
      }
    },
  }
}

const patterns = ['pilot@*', 'pilot-proxy@*']

const found = (units: readonly Omit<UnitSeen, 'stateChangedAt'>[]): Map<string, UnitSeen> =>
  new Map(units.map((unit) => [unit.name, { ...unit, stateChangedAt: null }]))

const take = (known: Map<string, UnitSeen> | undefined, seen: UnitsSeen): Map<string, UnitSeen> => {
  if (seen.event === 'found') return found(seen.units)
  const units = known ?? new Map<string, UnitSeen>()
  units.set(seen.unit.name, { ...seen.unit, load: units.get(seen.unit.name)?.load ?? 'loaded' })
  return units
}
