import { UnitFailed } from '../ports/systemd.ts'
import type { ServiceFound, Systemd, UnitChange, UnitsSeen, UnitState } from '../ports/systemd.ts'
import { eachChange, matcherOf } from '../watching.ts'
import type { UnitEntry } from './state.ts'
import { streamOf } from './stream.ts'
import { valueIn } from './units/files.ts'
import { startUnit, stopUnit, type Manager } from './units/jobs.ts'
import { keepProperties, renderProperties, systemControl } from './units/kept-properties.ts'
import { LoadedUnits } from './units/loaded-units.ts'
import type { World } from './world.ts'

interface ManagerSettings {
  /** `system`, or a uid. */
  readonly name: string
  readonly unitDirectories: readonly string[]
  readonly uid: number
  /** Throws where it does not answer. */
  readonly need: () => void
}

/** PID 1. */
export const fakeSystemd = (world: World): Systemd =>
  fakeManager(world, {
    name: 'system',
    unitDirectories: [systemControl, '/etc/systemd/system', '/run/systemd/system', '/usr/lib/systemd/system'],
    uid: 0,
    need: () => world.need('dbus'),
  })

/** One manager: the unit files of the fake world, and what was started of them. */
export const fakeManager = (world: World, { name, unitDirectories, uid, need }: ManagerSettings): Systemd => {
  const units = new LoadedUnits(world.state, name, unitDirectories)
  const manager: Manager = { world, name, uid, units }
  startOnVisits(manager)
  /** A call that only looks. */
  const look = <T>(answer: () => T): Promise<T> =>
    Promise.try(() => {
      need()
      return answer()
    })
  /** A call that changes something, or might. */
  const change = (method: string, args: readonly unknown[], make: () => void): Promise<void> =>
    look(() => {
      world.wrote(name === 'system' ? 'systemd' : 'userManagers', method, ...args)
      make()
    })
  const watchStates: Systemd['watchStates'] = (patterns, signal) =>
    // Listens from now on, not from the first read.
    watchFrom(name, patterns, units.states(patterns), streamOf(world, 'unit', signal))

  return {
    list: (patterns) =>
      look(() => {
        const matches = matcherOf(patterns)
        return [...units.all.keys()]
          .filter(matches)
          .sort()
          .map((unit) => units.inspect(unit))
      }),
    listStates: (patterns) => look(() => units.states(patterns)),
    changedAt: (wanted) =>
      look(() => new Map(wanted.map(({ name: unit }) => [unit, units.find(unit)?.stateChangedAt ?? null]))),
    show: (unit, properties) =>
      look(() => {
        const { text } = units.load(unit)
        return new Map(properties.map((property) => [property, valueIn(text, property) ?? '']))
      }),
    inspect: (unit) => look(() => units.inspect(unit)),
    inspectService: (unit) => look(() => toService(unit, units.load(unit))),
    inspectSocket: (unit) => look(() => ({ result: units.load(unit).result })),
    start: (unit) => change('start', [unit], () => startUnit(manager, unit)),
    stop: (unit) => change('stop', [unit], () => stopUnit(manager, unit)),
    restart: (unit) =>
      change('restart', [unit], () => {
        stopUnit(manager, unit)
        startUnit(manager, unit)
      }),
    resetFailed: (unit) =>
      change('resetFailed', [unit], () => {
        if (units.find(unit)?.active === 'failed') world.changeUnit(name, unit, 'inactive', 'dead')
      }),
    setProperties: (unit, properties) =>
      change('setProperties', [unit, properties], () => {
        const { load, needsReload } = units.inspect(unit)
        if (load !== 'loaded') throw new UnitFailed(unit, load)
        keepProperties(world.state, unit, properties)
        // They take effect at once; other edits on disk still wait for a reload.
        const entry = units.load(unit)
        if (needsReload) entry.text += `\n${Object.values(renderProperties(properties)).join('\n')}`
        else entry.text = units.onDisk(unit).text
      }),
    reload: () => change('reload', [], () => units.reload()),
    watch: (pattern, signal) => eachChange(watchStates([pattern], signal)),
    watchStates,
    version: () => look(() => '257 (257.8-1)'),
  }
}

const startOnVisits = (manager: Manager): void => {
  manager.world.events.on('activate', (where: string, unit: string) => {
    if (where !== manager.name) return
    try {
      startUnit(manager, unit)
    } catch (error) {
      // Whoever connected sees nothing of it: the connection stays in the queue of the socket.
      if (!(error instanceof UnitFailed)) throw error
    }
  })
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

const toService = (unit: string, { text, result, mainPid, exitStatus, active }: UnitEntry): ServiceFound => {
  const cpuQuota = valueIn(text, 'CPUQuota')
  const runs = active === 'active'
  return {
    result,
    mainPid,
    exitStatus,
    user: valueIn(text, 'User') ?? '',
    memoryCurrent: runs ? 30_000_000 : null,
    tasksCurrent: runs ? 1 : null,
    cpuUsageNs: runs ? 25_000_000 : null,
    controlGroup: runs ? `/system.slice/${unit}` : '',
    memoryMax: toLimit(valueIn(text, 'MemoryMax')),
    cpuQuotaPerSecond: cpuQuota === undefined ? null : parseFloat(cpuQuota) * 10_000,
    tasksMax: toLimit(valueIn(text, 'TasksMax')),
  }
}

const toLimit = (value: string | undefined): number | null =>
  value === undefined || value === 'infinity' ? null : Number(value)
