/** Runs work for the same key one after the other, in the order of the calls; other keys do not wait. */
export interface Queue {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

export const createQueue = (): Queue => {
  const last = new Map<string, Promise<void>>()
  return {
    run: async (key, work) => {
      const turn = last.get(key) ?? Promise.resolve()
      const result = turn.then(work)
      const settled = result.then(noop, noop)
      last.set(key, settled)
      try {
        return await result
      } finally {
        if (last.get(key) === settled) last.delete(key)
      }
    },
  }
}

const noop = (): void => undefined
