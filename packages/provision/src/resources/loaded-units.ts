import type { Drift } from '@pilot/contract'
import type { Systemd, UnitState } from '@pilot/host/ports'
import { compared, neutral } from './resource.ts'
import type { Resource } from './resource.ts'

/**
 * That a manager knows these units as their files are now. A new instance of a template needs no daemon-reload,
 * which costs time in proportion to all units; a changed drop-in of a unit already loaded does (NeedDaemonReload).
 * A unit that is not loaded is not asked for: that would load it, for 5 to 10 ms, and it is read anew when it starts.
 */
export const loadedUnits = (
  manager: Pick<Systemd, 'listStates' | 'inspect' | 'reload'>,
  units: readonly string[],
): Resource => ({
  subject: { kind: 'units', name: units.join(', ') },
  inspect: async () => {
    const drift: Drift[] = []
    for (const unit of await manager.listStates(units)) drift.push(...(await driftOf(manager, unit)))
    return drift.length === 0 ? neutral : compared(drift)
  },
  apply: () => manager.reload(),
})

const driftOf = async (
  manager: Pick<Systemd, 'inspect'>,
  { name, load }: UnitState,
): Promise<readonly Drift[]> => {
  if (load !== 'loaded') return [{ code: 'load', unit: name, load }]
  const { needsReload } = await manager.inspect(name)
  return needsReload ? [{ code: 'not-reread', unit: name }] : []
}
