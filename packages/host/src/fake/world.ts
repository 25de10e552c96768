import { EventEmitter } from 'node:events'
import { PilotError } from '@pilot/contract'
import type { Host } from '../ports/host.ts'
import { debian } from './debian.ts'
import type { FileEntry, State, UnitEntry } from './state.ts'
import { serviceOf } from './units/files.ts'
import { messagesOf } from './units/messages.ts'

export interface Call {
  readonly port: keyof Host
  readonly method: string
  readonly args: readonly unknown[]
}

/** Told before and after every host call. An error thrown from here is a crash at this point. */
export type OnCall = (
  port: keyof Host,
  method: string,
  args: readonly unknown[],
  phase: 'before' | 'after',
) => void

type Service = 'postgresql' | 'caddy' | 'dbus'

/** What the fake host acts on: arrange it, look at it, break it. */
export class World {
  readonly state: State
  onCall: OnCall = () => undefined
  /** Calls begun so far. */
  calls = 0
  /** Every call that changed something or might have. Empty it with `world.writes.length = 0`. */
  readonly writes: Call[] = []
  readonly events = new EventEmitter().setMaxListeners(0)
  readonly #down = new Set<Service>()

  constructor(state: State = debian()) {
    this.state = state
  }

  /** From now on every call that needs this service throws `service-down`. */
  down(service: Service): void {
    this.#down.add(service)
  }

  up(service: Service): void {
    this.#down.delete(service)
  }

  /** The same world once more; hooks, faults and recorded writes are not carried over. */
  clone(): World {
    return new World(structuredClone(this.state))
  }

  /** All that is there, sorted and without clocks and pids: equal snapshots are equal worlds. */
  snapshot(): unknown {
    const { accounts, groups, lingering, files, roles, databases, caddy, processes, units } = this.state
    return plain({
      accounts,
      groups,
      lingering,
      files,
      roles,
      databases,
      caddy,
      processes: processes.map(({ uid, command }) => `${uid} ${command}`).sort(),
      // Reading loads a unit, so one that does nothing counts as absent.
      units: [...units]
        .flatMap(([manager, loaded]) => [...loaded].map(([name, unit]) => ({ manager, name, ...unit })))
        .filter(({ active }) => active !== 'inactive')
        .map(({ manager, name, active, sub, result }) => `${manager} ${name} ${active} ${sub} ${result}`)
        .sort(),
    })
  }

  /** Puts a file there, as somebody other than Pilot would. */
  putFile(path: string, entry: Partial<FileEntry> = {}): void {
    this.state.files.set(path, { kind: 'file', mode: 0o644, uid: 0, gid: 0, text: '', ...entry })
  }

  /** Somebody connects to a listening socket unit: its service starts. */
  visit(socket: string, manager = 'system'): void {
    const entry = this.unit(socket, manager)
    if (entry?.active !== 'active') throw new Error(`connect ECONNREFUSED: ${socket} is not listening`)
    this.events.emit('activate', manager, serviceOf(socket, entry.text))
  }

  /** The program of a service ends by itself. */
  endService(service: string, result = 'success', exitStatus = 0, manager = 'system'): void {
    const entry = this.unit(service, manager)
    if (entry === undefined) throw new Error(`${service} is not loaded`)
    this.state.processes = this.state.processes.filter(({ pid }) => pid !== entry.mainPid)
    Object.assign(entry, { result, exitStatus, mainPid: null })
    if (result === 'success') this.changeUnit(manager, service, 'inactive', 'dead')
    else this.changeUnit(manager, service, 'failed', 'failed')
  }

  /** From now on starting this unit fails. */
  readonly brokenUnits = new Set<string>()

  /** So many connections are open on the listening socket at this path. */
  connect(path: string, count = 1): void {
    this.state.connections.set(path, count)
  }

  log(entry: Partial<State['journal'][number]>): void {
    const full = {
      realtime: this.state.now * 1000,
      priority: 6,
      unit: '',
      identifier: '',
      pid: null,
      message: '',
      uid: null,
      cursor: `c${this.state.journal.length}`,
      ...entry,
    }
    this.state.journal.push(full)
    this.events.emit('journal', full)
  }

  unit(name: string, manager = 'system'): UnitEntry | undefined {
    return this.state.units.get(manager)?.get(name)
  }

  /** @internal for the fake ports */
  called(call: Call & { readonly phase: 'before' | 'after' }): void {
    if (call.phase === 'before') this.calls += 1
    this.state.now += 1
    this.onCall(call.port, call.method, call.args, call.phase)
  }

  /** @internal */
  wrote(port: keyof Host, method: string, ...args: unknown[]): void {
    this.writes.push({ port, method, args })
  }

  /** @internal */
  need(service: Service): void {
    if (this.#down.has(service))
      throw new PilotError({ code: 'service-down', service, detail: 'stopped in the fake world' })
  }

  /** @internal All units of a user's manager end. One that is killed leaves the files of its sockets. */
  endManager(manager: string): void {
    for (const [name, { mainPid }] of this.state.units.get(manager) ?? []) {
      this.state.processes = this.state.processes.filter(({ pid }) => pid !== mainPid)
      this.changeUnit(manager, name, 'inactive', 'dead')
    }
    this.state.units.delete(manager)
  }

  /** @internal */
  changeUnit(manager: string, name: string, active: string, sub: string): void {
    const entry = this.unit(name, manager)
    if (entry === undefined) return
    for (const message of messagesOf(manager, name, entry, active)) this.log(message)
    Object.assign(entry, { active, sub, stateChangedAt: this.state.now })
    this.events.emit('unit', manager, { name, active, sub, stateChangedAt: this.state.now })
  }
}

/** Maps and sets as sorted plain data. */
const plain = (value: unknown): unknown => {
  if (value instanceof Set) return [...(value as Set<unknown>)].sort()
  if (value instanceof Map)
    return plain(Object.fromEntries([...(value as Map<string, unknown>).entries()].sort(byKey)))
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
  return value
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)
