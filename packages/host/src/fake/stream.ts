import { on } from 'node:events'
import type { World } from './world.ts'

/** The arguments of each event of the world until aborted. Listens from the call on, not from the first `next`. */
export const streamOf = (world: World, event: string, signal: AbortSignal): AsyncIterable<unknown[]> => {
  if (signal.aborted) return none()
  const events = on(world.events, event, { signal })
  return untilAborted(events, signal)
}

async function* none(): AsyncIterable<unknown[]> {
  // Aborted before it began.
}

async function* untilAborted(events: AsyncIterable<unknown>, signal: AbortSignal): AsyncIterable<unknown[]> {
  try {
    for await (const args of events) yield args as unknown[]
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
