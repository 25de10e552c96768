import type { UnitProperties } from '../../ports/systemd.ts'
import type { State } from '../state.ts'

export const systemControl = '/etc/systemd/system.control'

/** systemd keeps each property in a drop-in of its own, below system.control. */
export const keepProperties = ({ files }: State, unit: string, properties: UnitProperties): void => {
  const directory = `${systemControl}/${unit}.d`
  files.set(directory, { kind: 'directory', mode: 0o755, uid: 0, gid: 0 })
  for (const [name, line] of Object.entries(renderProperties(properties)))
    files.set(`${directory}/50-${name}.conf`, {
      kind: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      text: `[Service]\n${line}\n`,
    })
}

/** Settings of unit files, by the names of the drop-ins. */
export const renderProperties = (properties: UnitProperties): Record<string, string> => ({
  ...('MemoryMax' in properties && { MemoryMax: `MemoryMax=${properties.MemoryMax ?? 'infinity'}` }),
  ...('TasksMax' in properties && { TasksMax: `TasksMax=${properties.TasksMax ?? 'infinity'}` }),
  ...('CPUQuotaPerSecUSec' in properties && {
    CPUQuota:
      properties.CPUQuotaPerSecUSec == null
        ? 'CPUQuota='
        : `CPUQuota=${properties.CPUQuotaPerSecUSec / 10_000}%`,
  }),
})
