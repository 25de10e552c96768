import { dirname } from 'node:path'
import { UnitFailed } from '../../ports/systemd.ts'
import type { UnitEntry } from '../state.ts'
import type { World } from '../world.ts'
import { serviceOf, valueIn } from './files.ts'
import type { LoadedUnits } from './loaded-units.ts'

/** A manager to start and stop units by. */
export interface Manager {
  readonly world: World
  /** `system`, or a uid. */
  readonly name: string
  /** Who runs its services, where `User=` does not say so. */
  readonly uid: number
  readonly units: LoadedUnits
}

export const startUnit = (manager: Manager, unit: string): void => {
  const { world, units } = manager
  const { load, active } = units.inspect(unit)
  if (load !== 'loaded') throw new UnitFailed(unit, load)
  if (active === 'active') return
  if (world.brokenUnits.has(unit)) fail(manager, unit)
  const entry = units.load(unit)
  // socket_start() in systemd refuses, and leaves the socket as it was.
  if (unit.endsWith('.socket') && isUp(units.find(serviceOf(unit, entry.text))))
    throw new UnitFailed(unit, 'failed')
  const bound = valueIn(entry.text, 'BindsTo')
  if (bound !== undefined) startUnit(manager, bound)
  if (unit.endsWith('.socket')) listen(manager, entry)
  else if (unit.endsWith('.service')) run(manager, unit, entry)
  entry.result = 'success'
  world.changeUnit(manager.name, unit, 'active', unit.endsWith('.socket') ? 'listening' : 'running')
}

export const stopUnit = (manager: Manager, unit: string): void => {
  const { world, units, name } = manager
  const entry = units.find(unit)
  if (!isUp(entry)) return
  const path = valueIn(entry.text, 'ListenStream')
  if (path !== undefined && valueIn(entry.text, 'RemoveOnStop') === 'yes') world.state.files.delete(path)
  world.state.processes = world.state.processes.filter(({ pid }) => pid !== entry.mainPid)
  entry.mainPid = null
  entry.result = 'success'
  world.changeUnit(name, unit, 'inactive', 'dead')
  for (const [other, { text }] of units.all) if (valueIn(text, 'BindsTo') === unit) stopUnit(manager, other)
  const ofUser = /^user@(\d+)\.service$/.exec(unit)?.[1]
  if (name === 'system' && ofUser !== undefined) world.endManager(ofUser)
}

const fail = ({ world, name, units }: Manager, unit: string): never => {
  Object.assign(units.load(unit), { result: 'exit-code', exitStatus: 1, mainPid: null })
  world.changeUnit(name, unit, 'failed', 'failed')
  throw new UnitFailed(unit, 'failed')
}

const isUp = (unit: UnitEntry | undefined): unit is UnitEntry =>
  unit !== undefined && unit.active !== 'inactive' && unit.active !== 'failed'

/** The socket's file, and what folders it needs; systemd makes them for root. */
const listen = ({ world: { state }, uid }: Manager, { text }: UnitEntry): void => {
  const path = valueIn(text, 'ListenStream')
  if (!path?.startsWith('/')) return
  for (let parent = dirname(path); !state.files.has(parent); parent = dirname(parent))
    state.files.set(parent, { kind: 'directory', mode: 0o755, uid, gid: 0 })
  const folder = state.files.get(dirname(path))
  const inherited = folder !== undefined && (folder.mode & setgid) !== 0 ? folder.gid : 0
  state.files.set(path, {
    kind: 'socket',
    mode: parseInt(valueIn(text, 'SocketMode') ?? '0666', 8),
    uid: state.accounts.get(valueIn(text, 'SocketUser') ?? '')?.uid ?? uid,
    gid: state.groups.get(valueIn(text, 'SocketGroup') ?? '')?.gid ?? inherited,
  })
}

const setgid = 0o2000

const run = (manager: Manager, unit: string, entry: UnitEntry): void => {
  const { state } = manager.world
  const user = valueIn(entry.text, 'User')
  const account = user === undefined ? { uid: manager.uid } : state.accounts.get(user)
  if (account === undefined) return fail(manager, unit)
  entry.mainPid = state.nextPid++
  entry.exitStatus = null
  const command = programOf(valueIn(entry.text, 'ExecStart') ?? unit)
  state.processes.push({ pid: entry.mainPid, uid: account.uid, command })
}

/** What a command has become once pilot-enter has made the cell: its own file, the cell and the tenant stand before. */
const programOf = (command: string): string => command.replace(/^:?\+\S*\/pilot-enter \S+ \S+ /, '')
