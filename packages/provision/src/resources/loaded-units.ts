import type { Systemd } from '@pilot/host/ports'
import { neutral } from './resource.ts'
import type { Finding, Resource } from './resource.ts'

/**
 * That a manager knows these units as their files are now. A new instance of a template needs no daemon-reload,
 * which costs time in proportion to all units; a changed drop-in of a unit already loaded does (NeedDaemonReload).
 */
export const loadedUnits = (
  manager: Pick<Systemd, 'inspect' | 'reload'>,
  units: readonly string[],
): Resource => ({
  title: units.join(', '),
  inspect: async () => {
    const drift: string[] = []
    for (const unit of units) drift.push(...(await driftOf(manager, unit)))
    return drift.length === 0 ? neutral : ({ state: 'wrong', drift } satisfies Finding)
  },
  apply: () => manager.reload(),
})

const driftOf = async (manager: Pick<Systemd, 'inspect'>, unit: string): Promise<readonly string[]> => {
  const { load, needsReload } = await manager.inspect(unit)
  if (load !== 'loaded') return [`${unit} is ${load}`]
  return needsReload ? [`systemd has not read the files of ${unit} again`] : []
}
