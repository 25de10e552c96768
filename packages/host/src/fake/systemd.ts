import { dirname } from 'node:path'
import { eachChange, matcherOf } from '../watching.ts'
import { UnitFailed } from '../ports/systemd.ts'
import type {
  Systemd,
  UnitChange,
  UnitFound,
  UnitProperties,
  UnitsSeen,
  UnitState,
} from '../ports/systemd.ts'
import type { UnitEntry } from './state.ts'
import { streamOf } from './stream.ts'
import { readUnit, serviceOf, valueIn } from './unit-files.ts'
import type { UnitOnDisk } from './unit-files.ts'
import type { World } from './world.ts'

interface Manager {
  readonly unitDirectories: readonly string[]
  /** Who runs its services, where `User=` does not say so. */
  readonly uid: number
  readonly need: () => void
}

/** One manager: the unit files of the fake world, and what was started of them. */
export const fakeSystemd = (world: World, manager: string, settings?: Manager): Systemd => {
  const { unitDirectories, uid, need } = settings ?? {
    unitDirectories: [systemControl, '/etc/systemd/system', '/run/systemd/system', '/usr/lib/systemd/system'],
    uid: 0,
    need: () => world.need('dbus'),
  }
  const port = manager === 'system' ? 'systemd' : 'userManagers'
  const loaded = (): Map<string, UnitEntry> => {
    const units = world.state.units.get(manager) ?? new Map<string, UnitEntry>()
    world.state.units.set(manager, units)
    return units
  }
  const onDisk = (unit: string): UnitOnDisk => readUnit(world.state.files, unitDirectories, unit)

  /** Loads it if need be. An idle unit that nothing refers to is dropped by systemd and read anew. */
  const load = (unit: string): UnitEntry => {
    const found = loaded().get(unit)
    const socket = loaded().get(unit.replace(/\.service$/, '.socket'))
    if (found && (found.active !== 'inactive' || socket?.active === 'active')) return found
    const entry = { ...neverStarted, ...found, text: onDisk(unit).text }
    loaded().set(unit, entry)
    return entry
  }

  const inspect = (unit: string): UnitFound => {
    const entry = load(unit)
    const { fragmentPath, dropInPaths, text, masked } = onDisk(unit)
    return {
      name: unit,
      load: masked ? 'masked' : fragmentPath === '' ? 'not-found' : 'loaded',
      active: entry.active,
      sub: entry.sub,
      description: valueIn(entry.text, 'Description') ?? unit,
      fragmentPath,
      dropInPaths,
      stateChangedAt: entry.stateChangedAt,
      needsReload: entry.text !== text,
    }
  }

  const fail = (unit: string, result: string): never => {
    Object.assign(load(unit), { result: 'exit-code', exitStatus: 1, mainPid: null })
    world.changeUnit(manager, unit, 'failed', 'failed')
    throw new UnitFailed(unit, result)
  }

  const start = (unit: string): void => {
    const { load: loadState, active } = inspect(unit)
    if (loadState !== 'loaded') throw new UnitFailed(unit, loadState)
    if (active === 'active') return
    if (world.brokenUnits.has(unit)) fail(unit, 'failed')
    const entry = load(unit)
    // socket_start() in systemd refuses, and leaves the socket as it was.
    if (unit.endsWith('.socket') && isUp(loaded().get(serviceOf(unit, entry.text))))
      throw new UnitFailed(unit, 'failed')
    const bound = valueIn(entry.text, 'BindsTo')
    if (bound !== undefined) start(bound)
    if (unit.endsWith('.socket')) listen(entry)
    else if (unit.endsWith('.service')) run(unit, entry)
    entry.result = 'success'
    world.changeUnit(manager, unit, 'active', unit.endsWith('.socket') ? 'listening' : 'running')
  }

  const listen = (entry: UnitEntry): void => {
    const path = valueIn(entry.text, 'ListenStream')
    if (!path?.startsWith('/')) return
    for (let parent = dirname(path); !world.state.files.has(parent); parent = dirname(parent))
      world.state.files.set(parent, { kind: 'directory', mode: 0o755, uid, gid: 0 })
    const folder = world.state.files.get(dirname(path))
    const inherited = folder !== undefined && (folder.mode & setgid) !== 0 ? folder.gid : 0
    world.state.files.set(path, {
      kind: 'socket',
      mode: parseInt(valueIn(entry.text, 'SocketMode') ?? '0666', 8),
      uid: world.state.accounts.get(valueIn(entry.text, 'SocketUser') ?? '')?.uid ?? uid,
      gid: world.state.groups.get(valueIn(entry.text, 'SocketGroup') ?? '')?.gid ?? inherited,
    })
  }

  const run = (unit: string, entry: UnitEntry): void => {
    const user = valueIn(entry.text, 'User')
    const account = user === undefined ? { uid } : world.state.accounts.get(user)
    if (account === undefined) return fail(unit, 'failed')
    entry.mainPid = world.state.nextPid++
    entry.exitStatus = null
    const command = valueIn(entry.text, 'ExecStart') ?? unit
    world.state.processes.push({ pid: entry.mainPid, uid: account.uid, command })
  }

  const stop = (unit: string): void => {
    const entry = loaded().get(unit)
    if (!isUp(entry)) return
    const path = valueIn(entry.text, 'ListenStream')
    if (path !== undefined && valueIn(entry.text, 'RemoveOnStop') === 'yes') world.state.files.delete(path)
    world.state.processes = world.state.processes.filter(({ pid }) => pid !== entry.mainPid)
    entry.mainPid = null
    entry.result = 'success'
    world.changeUnit(manager, unit, 'inactive', 'dead')
    for (const [name, other] of loaded()) if (valueIn(other.text, 'BindsTo') === unit) stop(name)
    const ofUser = /^user@(\d+)\.service$/.exec(unit)?.[1]
    if (manager === 'system' && ofUser !== undefined) world.endManager(ofUser)
  }

  world.events.on('activate', (where: string, unit: string) => {
    if (where !== manager) return
    try {
      start(unit)
    } catch (error) {
      // Whoever connected sees nothing of it: the connection stays in the queue of the socket.
      if (!(error instanceof UnitFailed)) throw error
    }
  })

  const wrote = (method: string, ...args: unknown[]): void => {
    need()
    world.wrote(port, method, ...args)
  }

  const watchStates: Systemd['watchStates'] = (patterns, signal) =>
    // Listens from now on, not from the first read.
    watchFrom(manager, patterns, statesOf(loaded(), patterns), streamOf(world, 'unit', signal))

  return {
    list: async (patterns) => {
      need()
      return [...loaded().keys()].filter(matcherOf(patterns)).sort().map(inspect)
    },
    listStates: async (patterns) => {
      need()
      return statesOf(loaded(), patterns)
    },
    changedAt: async (units) => {
      need()
      return new Map(units.map((unit) => [unit, loaded().get(unit)?.stateChangedAt ?? null]))
    },
    show: async (unit, properties) => {
      need()
      const { text } = load(unit)
      return new Map(properties.map((name) => [name, valueIn(text, name) ?? '']))
    },
    inspect: async (unit) => {
      need()
      return inspect(unit)
    },
    inspectService: async (unit) => {
      need()
      const { text, result, mainPid, exitStatus, active } = load(unit)
      const cpuQuota = valueIn(text, 'CPUQuota')
      return {
        result,
        mainPid,
        exitStatus,
        user: valueIn(text, 'User') ?? '',
        memoryCurrent: active === 'active' ? 30_000_000 : null,
        tasksCurrent: active === 'active' ? 1 : null,
        cpuUsageNs: active === 'active' ? 25_000_000 : null,
        controlGroup: active === 'active' ? `/system.slice/${unit}` : '',
        memoryMax: toLimit(valueIn(text, 'MemoryMax')),
        cpuQuotaPerSecond: cpuQuota === undefined ? null : parseFloat(cpuQuota) * 10_000,
        tasksMax: toLimit(valueIn(text, 'TasksMax')),
      }
    },
    inspectSocket: async (unit) => {
      need()
      const { result } = load(unit)
      return { result }
    },
    start: async (unit) => {
      wrote('start', unit)
      start(unit)
    },
    stop: async (unit) => {
      wrote('stop', unit)
      stop(unit)
    },
    restart: async (unit) => {
      wrote('restart', unit)
      stop(unit)
      start(unit)
    },
    resetFailed: async (unit) => {
      wrote('resetFailed', unit)
      if (loaded().get(unit)?.active === 'failed') world.changeUnit(manager, unit, 'inactive', 'dead')
    },
    setProperties: async (unit, properties) => {
      wrote('setProperties', unit, properties)
      if (inspect(unit).load !== 'loaded') throw new UnitFailed(unit, inspect(unit).load)
      const edited = inspect(unit).needsReload
      keepProperties(world, unit, properties)
      // They take effect at once; other edits on disk still wait for a reload.
      const entry = load(unit)
      if (edited) entry.text += `\n${Object.values(renderProperties(properties)).join('\n')}`
      else entry.text = onDisk(unit).text
    },
    reload: async () => {
      wrote('reload')
      for (const [unit, entry] of loaded()) entry.text = onDisk(unit).text
    },
    watch: (pattern, signal) => eachChange(watchStates([pattern], signal)),
    watchStates,
    version: async () => {
      need()
      return '257 (257.8-1)'
    },
  }
}

const isUp = (unit: UnitEntry | undefined): unit is UnitEntry =>
  unit !== undefined && unit.active !== 'inactive' && unit.active !== 'failed'

const statesOf = (loaded: ReadonlyMap<string, UnitEntry>, patterns: readonly string[]): UnitState[] => {
  const matches = matcherOf(patterns)
  return [...loaded]
    .filter(([name]) => matches(name))
    .map(([name, { text, active, sub }]) => ({
      name,
      load: text.trim() === '' ? 'not-found' : 'loaded',
      active,
      sub,
    }))
}

async function* watchFrom(
  manager: string,
  patterns: readonly string[],
  units: readonly UnitState[],
  changes: AsyncIterable<unknown[]>,
): AsyncIterable<UnitsSeen> {
  const matches = matcherOf(patterns)
  yield { event: 'found', units }
  for await (const [where, change] of changes) {
    const unit = change as UnitChange
    if (where === manager && matches(unit.name)) yield { event: 'changed', unit }
  }
}

const setgid = 0o2000
const systemControl = '/etc/systemd/system.control'

const neverStarted: UnitEntry = {
  text: '',
  active: 'inactive',
  sub: 'dead',
  result: 'success',
  exitStatus: null,
  mainPid: null,
  stateChangedAt: null,
}

const toLimit = (value: string | undefined): number | null =>
  value === undefined || value === 'infinity' ? null : Number(value)

/** systemd keeps each property in a drop-in of its own, below system.control. */
const keepProperties = (world: World, unit: string, properties: UnitProperties): void => {
  const directory = `${systemControl}/${unit}.d`
  world.state.files.set(directory, { kind: 'directory', mode: 0o755, uid: 0, gid: 0 })
  for (const [name, line] of Object.entries(renderProperties(properties)))
    world.state.files.set(`${directory}/50-${name}.conf`, {
      kind: 'file',
      mode: 0o644,
      uid: 0,
      gid: 0,
      text: `[Service]\n${line}\n`,
    })
}

const renderProperties = (properties: UnitProperties): Record<string, string> => ({
  ...('MemoryMax' in properties && { MemoryMax: `MemoryMax=${properties.MemoryMax ?? 'infinity'}` }),
  ...('TasksMax' in properties && { TasksMax: `TasksMax=${properties.TasksMax ?? 'infinity'}` }),
  ...('CPUQuotaPerSecUSec' in properties && {
    CPUQuota:
      properties.CPUQuotaPerSecUSec == null
        ? 'CPUQuota='
        : `CPUQuota=${properties.CPUQuotaPerSecUSec / 10_000}%`,
  }),
})
