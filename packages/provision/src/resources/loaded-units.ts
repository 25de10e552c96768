import type { Systemd, UnitState } from '@pilot/host/ports'
import { neutral } from './resource.ts'
import type { Finding, Resource } from './resource.ts'

/**
 * That a manager knows these units as their files are now. A new instance of a template needs no daemon-reload,
 * which costs time in proportion to all units; a changed drop-in of a unit already loaded does (NeedDaemonReload).
 * A unit that is not loaded is not asked for: that would load it, for 5 to 10 ms, and it is read anew when it starts.
 */
export const loadedUnits = (
  manager: Pick<Systemd, 'listStates' | 'inspect' | 'reload'>,
  units: readonly string[],
): Resource => ({
  title: units.join(', '),
  inspect: async () => {
    const drift: string[] = []
    for (const unit of await manager.listStates(units)) drift.push(...(await driftOf(manager, unit)))
    return drift.length === 0 ? neutral : ({ state: 'wrong', drift } satisfies Finding)
  },
  apply: () => manager.reload(),
})

const driftOf = async (
  manager: Pick<Systemd, 'inspect'>,
  { name, load }: UnitState,
): Promise<readonly string[]> => {
  if (load !== 'loaded') return [`${name} is ${load}`]
  const { needsReload } = await manager.inspect(name)
  return needsReload ? [`systemd has not read the files of ${name} again`] : []
}
