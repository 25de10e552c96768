import { setTimeout as pause } from 'node:timers/promises'

/** Waits until the fact holds, asking again every 50 ms, and fails with what was seen last. */
export const until = async <T>(
  what: string,
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  { timeout = 20_000 } = {},
): Promise<T> => {
  const deadline = Date.now() + timeout
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline)
      throw new Error(`${what}: not so within ${timeout} ms; last seen: ${JSON.stringify(seen)}`)
    await pause(50)
  }
}
