import type { UnitFound, UnitState } from '../../ports/systemd.ts'
import { matcherOf } from '../../watching.ts'
import type { State, UnitEntry } from '../state.ts'
import { readUnit, valueIn, type UnitOnDisk } from './files.ts'

/** What one manager has loaded, beside what its files say by now. */
export class LoadedUnits {
  readonly #state: State
  readonly #manager: string
  readonly #directories: readonly string[]

  constructor(state: State, manager: string, directories: readonly string[]) {
    this.#state = state
    this.#manager = manager
    this.#directories = directories
  }

  get all(): Map<string, UnitEntry> {
    const units = this.#state.units.get(this.#manager) ?? new Map<string, UnitEntry>()
    this.#state.units.set(this.#manager, units)
    return units
  }

  find(unit: string): UnitEntry | undefined {
    return this.all.get(unit)
  }

  onDisk(unit: string): UnitOnDisk {
    return readUnit(this.#state.files, this.#directories, unit)
  }

  /** Loads it if need be. An idle unit that nothing refers to is dropped by systemd and read anew. */
  load(unit: string): UnitEntry {
    const found = this.find(unit)
    const socket = this.find(unit.replace(/\.service$/, '.socket'))
    if (found && (found.active !== 'inactive' || socket?.active === 'active')) return found
    const entry = { ...neverStarted, ...found, text: this.onDisk(unit).text }
    this.all.set(unit, entry)
    return entry
  }

  inspect(unit: string): UnitFound {
    const entry = this.load(unit)
    const { fragmentPath, dropInPaths, text, masked } = this.onDisk(unit)
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

  /** Of those that are loaded and match. */
  states(patterns: readonly string[]): UnitState[] {
    const matches = matcherOf(patterns)
    return [...this.all]
      .filter(([name]) => matches(name))
      .map(([name, { text, active, sub }]) => ({
        name,
        load: text.trim() === '' ? 'not-found' : 'loaded',
        active,
        sub,
      }))
  }

  reload(): void {
    for (const [unit, entry] of this.all) entry.text = this.onDisk(unit).text
  }
}

const neverStarted: UnitEntry = {
  text: '',
  active: 'inactive',
  sub: 'dead',
  result: 'success',
  exitStatus: null,
  mainPid: null,
  stateChangedAt: null,
}
