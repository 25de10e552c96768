import { on } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { PilotError } from '@pilot/contract'
import type { Message, Variant } from 'dbus-next'
import { matcherOf } from '../../glob.ts'
import type { UnitChange, UnitsSeen, UnitState } from '../../ports/systemd.ts'
import type { BusConnection } from './connection.ts'
import { callManager } from './bus.ts'
import type { SystemdBus } from './bus.ts'
import { toMilliseconds } from './property-bag.ts'

/** All that matches, then each change. When the bus dies it waits for it and begins again. */
export async function* watchStates(
  bus: SystemdBus,
  patterns: readonly string[],
  signal: AbortSignal,
): AsyncIterable<UnitsSeen> {
  while (!signal.aborted) {
    try {
      yield* watchOnce(await bus.connect(), patterns, signal)
    } catch (error) {
      if (!isInterruption(error)) throw error
      await delay(1000, undefined, { signal }).catch(() => undefined)
    }
  }
}

/** The same, unit by unit. */
export async function* watchUnits(
  bus: SystemdBus,
  pattern: string,
  signal: AbortSignal,
): AsyncIterable<UnitChange> {
  for await (const seen of watchStates(bus, [pattern], signal))
    if (seen.event === 'changed') yield seen.unit
    else for (const { name, active, sub } of seen.units) yield { name, active, sub, stateChangedAt: null }
}

export const listUnits = async (
  connection: BusConnection,
  patterns: readonly string[],
): Promise<readonly UnitState[]> => {
  const [units] = await callManager(connection, {
    member: 'ListUnitsByPatterns',
    signature: 'asas',
    body: [[], patterns],
  })
  return (units as string[][]).map(([name = '', , load = '', active = '', sub = '']) => ({
    name,
    load,
    active,
    sub,
  }))
}

async function* watchOnce(
  connection: BusConnection,
  patterns: readonly string[],
  signal: AbortSignal,
): AsyncIterable<UnitsSeen> {
  // Listens before it lists, so that no change between the two is lost.
  const signals = on(connection.signals, 'signal', { signal: AbortSignal.any([signal, connection.closed]) })
  const matches = matcherOf(patterns)
  yield { event: 'found', units: await listUnits(connection, patterns) }
  for await (const [message] of signals) {
    const unit = toChange(message as Message)
    if (unit !== undefined && matches(unit.name)) yield { event: 'changed', unit }
  }
}

const isInterruption = (error: unknown): boolean =>
  error instanceof PilotError || (error instanceof Error && error.name === 'AbortError')

const toChange = ({ member, path, body }: Message): UnitChange | undefined => {
  if (member !== 'PropertiesChanged' || !path.startsWith(unitPaths)) return undefined
  const [kind, changed] = body as [string, Record<string, Variant>]
  const { ActiveState: active, SubState: sub, StateChangeTimestamp: time } = changed
  if (kind !== 'org.freedesktop.systemd1.Unit' || active === undefined || sub === undefined) return undefined
  return {
    name: nameOf(path),
    active: String(active.value),
    sub: String(sub.value),
    stateChangedAt: toMilliseconds(time),
  }
}

const unitPaths = '/org/freedesktop/systemd1/unit/'

/** Object paths hold every byte but letters and digits as `_` and two hex digits (sd_bus_path_encode(3)). */
const nameOf = (path: string): string =>
  path
    .slice(unitPaths.length)
    .replaceAll(/_([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** The object path of a unit; a digit at the beginning is encoded too. */
export const pathOf = (name: string): string =>
  unitPaths +
  name.replaceAll(
    /^[0-9]|[^A-Za-z0-9]/g,
    (character) => `_${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
