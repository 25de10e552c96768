/** Tells that what is wished or remembered of some tenant has changed; who listens looks for itself what it is. */
export interface Changes {
  tell(): void
  /** Calls back after each change, until the answer is called. */
  listen(listener: () => void): () => void
}

export const createChanges = (): Changes => {
  const listeners = new Set<() => void>()
  return {
    tell: () => {
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
