import { on } from 'node:events'
import { matchesGlob } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { PilotError } from '@pilot/contract'
import type { Message, Variant } from 'dbus-next'
import type { UnitChange } from '../ports.ts'
import type { BusConnection } from './bus-connection.ts'
import { callManager } from './bus.ts'
import type { SystemdBus } from './bus.ts'

/** All that matches, then each change. When the bus dies it waits for it and begins again. */
export async function* watchUnits(
  bus: SystemdBus,
  pattern: string,
  signal: AbortSignal,
): AsyncIterable<UnitChange> {
  while (!signal.aborted) {
    try {
      yield* watchOnce(await bus.connect(), pattern, signal)
    } catch (error) {
      if (!isInterruption(error)) throw error
      await delay(1000, undefined, { signal }).catch(() => undefined)
    }
  }
}

export const listUnits = async (
  connection: BusConnection,
  patterns: readonly string[],
): Promise<readonly (UnitChange & { readonly path: string })[]> => {
  const [units] = await callManager(connection, {
    member: 'ListUnitsByPatterns',
    signature: 'asas',
    body: [[], patterns],
  })
  return (units as string[][]).map(([name = '', , , active = '', sub = '', , path = '']) => ({
    name,
    active,
    sub,
    path,
  }))
}

async function* watchOnce(
  connection: BusConnection,
  pattern: string,
  signal: AbortSignal,
): AsyncIterable<UnitChange> {
  // Listens before it lists, so that no change between the two is lost.
  const signals = on(connection.signals, 'signal', { signal: AbortSignal.any([signal, connection.closed]) })
  for (const { name, active, sub } of await listUnits(connection, [pattern])) yield { name, active, sub }
  for await (const [message] of signals) {
    const change = toChange(message as Message)
    if (change !== undefined && matchesGlob(change.name, pattern)) yield change
  }
}

const isInterruption = (error: unknown): boolean =>
  error instanceof PilotError || (error instanceof Error && error.name === 'AbortError')

const toChange = ({ member, path, body }: Message): UnitChange | undefined => {
  if (member !== 'PropertiesChanged' || !path.startsWith(unitPaths)) return undefined
  const [kind, changed] = body as [string, Record<string, Variant>]
  const { ActiveState: active, SubState: sub } = changed
  if (kind !== 'org.freedesktop.systemd1.Unit' || active === undefined || sub === undefined) return undefined
  return { name: nameOf(path), active: String(active.value), sub: String(sub.value) }
}

const unitPaths = '/org/freedesktop/systemd1/unit/'

/** Object paths hold every byte but letters and digits as `_` and two hex digits (sd_bus_path_encode(3)). */
const nameOf = (path: string): string =>
  path
    .slice(unitPaths.length)
    .replaceAll(/_([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
