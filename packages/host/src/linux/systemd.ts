import { Variant } from 'dbus-next'
import { UnitFailed } from '../ports/systemd.ts'
import type {
  ServiceFound,
  SocketFound,
  Systemd,
  UnitFound,
  UnitProperties,
  UnitState,
} from '../ports/systemd.ts'
import { eachChange } from '../watching.ts'
import { coalesce } from './coalesce.ts'
import { manager, type SystemdBus } from './dbus/bus.ts'
import { BusError } from './dbus/connection.ts'
import { runJob } from './dbus/job.ts'
import { pathOf } from './dbus/object-path.ts'
import { PropertyBag, toMilliseconds } from './dbus/property-bag.ts'
import { translateRefusal } from './dbus/refusals.ts'
import { listUnits, watchStates } from './dbus/watch.ts'
import { runSystemctlShow } from './systemctl/show.ts'
import { timestampOf } from './timestamps.ts'

/** PID 1 over D-Bus (org.freedesktop.systemd1(5)). */
export const linuxSystemd = (bus: SystemdBus): Systemd => {
  const properties = async (unit: string, kind: 'Unit' | 'Service' | 'Socket'): Promise<PropertyBag> => {
    const [path] = await bus.call('LoadUnit', 's', [unit])
    return propertiesOf(bus, String(path), kind)
  }
  return {
    list: async (patterns) => {
      const units = await listUnits(await bus.connect(), patterns)
      return Promise.all(units.map(async ({ name }) => toUnit(await propertiesOf(bus, pathOf(name), 'Unit'))))
    },
    listStates: async (patterns) =>
      patterns.some(isGlob) ? listUnits(await bus.connect(), patterns) : statesOf(bus, patterns),
    changedAt: async (units) => {
      const times = units.map(async (unit) => [unit.name, await changedAt(bus, unit)] as const)
      return new Map(await Promise.all(times))
    },
    show: (unit, names) => runSystemctlShow(unit, names),
    inspect: async (unit) => toUnit(await properties(unit, 'Unit')),
    inspectService: async (unit) => toService(await properties(unit, 'Service')),
    inspectSocket: async (unit) => toSocket(await properties(unit, 'Socket')),
    start: (unit) => runJob(bus, 'StartUnit', unit),
    stop: (unit) => ignoreAbsent(runJob(bus, 'StopUnit', unit)),
    restart: (unit) => runJob(bus, 'RestartUnit', unit),
    resetFailed: (unit) => ignoreAbsent(translateRefusal(unit, bus.call('ResetFailedUnit', 's', [unit]))),
    setProperties: async (unit, wanted) => {
      await translateRefusal(
        unit,
        bus.call('SetUnitProperties', 'sba(sv)', [unit, false, toVariants(wanted)]),
      )
    },
    // A reload is O(all units): 1.9 s at 1,000.
    reload: coalesce(async () => {
      await bus.call('Reload', '', [], { limit: 120_000 })
    }),
    watch: (pattern, signal) => eachChange(watchStates(bus, [pattern], signal)),
    watchStates: (patterns, signal) => watchStates(bus, patterns, signal),
    version: async () => {
      const [version] = await bus.call('Get', 'ss', [manager.interface, 'Version'], {
        interface: 'org.freedesktop.DBus.Properties',
      })
      return String((version as Variant).value)
    },
  }
}

const propertiesOf = async (bus: SystemdBus, path: string, kind: string): Promise<PropertyBag> => {
  const [all] = await bus.call('GetAll', 's', [`org.freedesktop.systemd1.${kind}`], {
    path,
    interface: 'org.freedesktop.DBus.Properties',
  })
  return new PropertyBag(all as Record<string, Variant>)
}

const isGlob = (pattern: string): boolean => /[*?[\\]/.test(pattern)

/** Of names: ListUnitsByPatterns would compare each with every unit there is, 2 ms at 1,000 tenants. */
const statesOf = async (bus: SystemdBus, names: readonly string[]): Promise<readonly UnitState[]> => {
  const states = await Promise.all(names.map((name) => stateOf(bus, name)))
  return states.filter((state) => state !== undefined)
}

/** undefined where it is not loaded, which this does not change. */
const stateOf = async (bus: SystemdBus, name: string): Promise<UnitState | undefined> => {
  if (!(await isLoaded(bus, name))) return undefined
  const path = pathOf(name)
  const [load, active, sub] = await Promise.all(
    ['LoadState', 'ActiveState', 'SubState'].map((property) => getOfUnit(bus, path, property)),
  )
  return { name, load: String(load?.value), active: String(active?.value), sub: String(sub?.value) }
}

const isLoaded = async (bus: SystemdBus, name: string): Promise<boolean> => {
  try {
    await bus.call('GetUnit', 's', [name])
    return true
  } catch (error) {
    if (error instanceof BusError && error.type === 'org.freedesktop.systemd1.NoSuchUnit') return false
    throw error
  }
}

const getOfUnit = async (bus: SystemdBus, path: string, property: string): Promise<Variant> => {
  const [value] = await bus.call('Get', 'ss', ['org.freedesktop.systemd1.Unit', property], {
    path,
    interface: 'org.freedesktop.DBus.Properties',
  })
  return value as Variant
}

const changedAt = async (bus: SystemdBus, { name, active }: UnitState): Promise<number | null> =>
  toMilliseconds(await getOfUnit(bus, pathOf(name), timestampOf(active)))

const toUnit = (unit: PropertyBag): UnitFound => ({
  name: unit.text('Id'),
  load: unit.text('LoadState'),
  active: unit.text('ActiveState'),
  sub: unit.text('SubState'),
  description: unit.text('Description'),
  fragmentPath: unit.text('FragmentPath'),
  dropInPaths: unit.texts('DropInPaths'),
  stateChangedAt: unit.time(timestampOf(unit.text('ActiveState'))),
  needsReload: unit.flag('NeedDaemonReload'),
})

const toService = (service: PropertyBag): ServiceFound => ({
  result: service.text('Result'),
  // 0 where nothing runs.
  mainPid: service.number('MainPID') || null,
  // ExecMainCode is 0 as long as the program has not ended.
  exitStatus: service.number('ExecMainCode') === 0 ? null : service.number('ExecMainStatus'),
  user: service.text('User'),
  memoryCurrent: service.number('MemoryCurrent'),
  tasksCurrent: service.number('TasksCurrent'),
  cpuUsageNs: service.number('CPUUsageNSec'),
  controlGroup: service.text('ControlGroup'),
  memoryMax: service.number('MemoryMax'),
  cpuQuotaPerSecond: service.number('CPUQuotaPerSecUSec'),
  tasksMax: service.number('TasksMax'),
})

const toSocket = (socket: PropertyBag): SocketFound => ({ result: socket.text('Result') })

/** All three are `t`, where 2^64-1 is infinity. */
const toVariants = (properties: UnitProperties): [string, Variant][] =>
  Object.entries(properties).map(([name, value]: [string, number | null]) => [
    name,
    new Variant('t', value === null ? 2n ** 64n - 1n : BigInt(Math.round(value))),
  ])

const ignoreAbsent = async (answer: Promise<unknown>): Promise<void> => {
  try {
    await answer
  } catch (error) {
    if (!(error instanceof UnitFailed && error.result === 'not-found')) throw error
  }
}
