/** What keeps the agent from leaving: work that runs now. */
export interface Activity {
  readonly running: number
  /** Counts the work until it settles. */
  during<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing runs. */
  settled(): Promise<void>
  /** Called each time the last work has ended. */
  onSettled(listener: () => void): void
}

export const createActivity = (): Activity => {
  let running = 0
  const listeners = new Set<() => void>()
  const leave = (): void => {
    running -= 1
    if (running === 0) for (const listener of listeners) listener()
  }
  return {
    get running() {
      return running
    },
    during: (work) => {
      running += 1
      return work.finally(leave)
    },
    settled: async () => {
      if (running === 0) return
      await new Promise<void>((resolve) => listeners.add(resolve))
    },
    onSettled: (listener) => {
      listeners.add(listener)
    },
  }
}
