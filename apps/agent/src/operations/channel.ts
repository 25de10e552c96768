/**
 * Hands items from one that produces them to one that reads them, without either waiting for the other: an
 * operation goes on when its reader is slow or gone.
 */
export interface Channel<T> {
  push(item: T): void
  /** No more items; with an error, the reader gets that after the last one. */
  close(error?: unknown): void
  read(): AsyncGenerator<T, void>
}

export const createChannel = <T>(): Channel<T> => {
  const items: T[] = []
  let closed = false
  let failure: { error: unknown } | undefined
  let wakeReader = (): void => undefined
  return {
    push: (item) => {
      items.push(item)
      wakeReader()
    },
    close: (error) => {
      closed = true
      if (error !== undefined) failure = { error }
      wakeReader()
    },
    read: async function* () {
      for (;;) {
        const batch = items.splice(0)
        yield* batch
        if (items.length > 0) continue
        if (failure !== undefined) throw failure.error
        if (closed) return
        await new Promise<void>((resolve) => (wakeReader = resolve))
      }
    },
  }
}
