/**
 * Reads once for all who ask for the same while it lasts and `kept` milliseconds after. Who leaves is told the reason
 * of its signal; when all have left, the reading is aborted. A failure is told to those who wait, and not kept.
 */
export const shareReads = <Query, Value>(
  read: (query: Query, signal: AbortSignal) => Promise<Value>,
  kept: number,
): ((query: Query, signal: AbortSignal) => Promise<Value>) => {
  const reads = new Map<string, SharedRead<Value>>()

  const begin = (key: string, query: Query): SharedRead<Value> => {
    const end = new AbortController()
    const forget = (): void => {
      if (reads.get(key) === shared) reads.delete(key)
    }
    const abort = (reason: unknown): void => {
      forget()
      end.abort(reason)
    }
    const shared: SharedRead<Value> = { value: read(query, end.signal), waiting: 0, abort }
    reads.set(key, shared)
    shared.value.then(() => setTimeout(forget, kept).unref(), forget)
    return shared
  }

  return async (query, signal) => {
    signal.throwIfAborted()
    const key = JSON.stringify(query)
    const shared = reads.get(key) ?? begin(key, query)
    shared.waiting += 1
    try {
      return await unlessAborted(shared.value, signal)
    } finally {
      shared.waiting -= 1
      if (signal.aborted && shared.waiting === 0) shared.abort(signal.reason)
    }
  }
}

interface SharedRead<Value> {
  readonly value: Promise<Value>
  waiting: number
  readonly abort: (reason: unknown) => void
}

const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise, reject } = Promise.withResolvers<never>()
  const leave = (): void => reject(signal.reason)
  signal.addEventListener('abort', leave, { once: true })
  try {
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
