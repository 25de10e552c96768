import { on } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { PilotError } from '@pilot/contract'
import type { Message, Variant } from 'dbus-next'
import type { UnitChange, UnitsSeen, UnitState } from '../../ports/systemd.ts'
import { matcherOf } from '../../watching.ts'
import { timestampOf } from '../timestamps.ts'
import type { BusConnection } from './connection.ts'
import { callManager, type SystemdBus } from './bus.ts'
import { nameOf } from './object-path.ts'
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
  const name = nameOf(path)
  if (member !== 'PropertiesChanged' || name === undefined) return undefined
  const [kind, changed] = body as [string, Record<string, Variant>]
  const { ActiveState: active, SubState: sub } = changed
  if (kind !== 'org.freedesktop.systemd1.Unit' || active === undefined || sub === undefined) return undefined
  const state = String(active.value)
  return {
    name,
    active: state,
    sub: String(sub.value),
    stateChangedAt: toMilliseconds(changed[timestampOf(state)]),
  }
}
