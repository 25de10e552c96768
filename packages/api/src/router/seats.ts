/** How much of the bridge is taken at once. */
export interface SeatLimits {
  /** Calls and operations that somebody waits for. */
  readonly calls: number
  /** Streams that last until they are left, such as events and logs, and bytes in either direction. */
  readonly streams: number
  /** Streams of one operator, in whatever browsers and scripts, so that nobody can take them all. */
  readonly streamsOfOne: number
}

export interface Seats {
  /** Answers how to leave, which may be called twice; undefined where all seats are taken. */
  take(kind: 'call' | 'stream', operator: string): (() => void) | undefined
}

export const createSeats = (limits: SeatLimits): Seats => {
  const calls = createCounter()
  const streams = createCounter()
  return {
    take: (kind, operator) => {
      if (kind === 'call') return calls.total < limits.calls ? calls.enter(operator) : undefined
      return streams.total < limits.streams && streams.of(operator) < limits.streamsOfOne
        ? streams.enter(operator)
        : undefined
    },
  }
}

const createCounter = () => {
  const counts = new Map<string, number>()
  let total = 0
  const of = (key: string): number => counts.get(key) ?? 0
  const change = (key: string, by: 1 | -1): void => {
    total += by
    const left = of(key) + by
    if (left === 0) counts.delete(key)
    else counts.set(key, left)
  }
  return {
    get total() {
      return total
    },
    of,
    enter: (key: string): (() => void) => {
      change(key, 1)
      let isIn = true
      return () => {
        if (isIn) change(key, -1)
        isIn = false
      }
    },
  }
}
