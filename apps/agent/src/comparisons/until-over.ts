import type { Systemd } from '@pilot/host/ports'

/** Waits until the unit does not run any more, or `signal` is aborted. */
export const untilOver = async (systemd: Systemd, unit: string, signal: AbortSignal): Promise<void> => {
  const left = new AbortController()
  const changes = systemd.watch(unit, AbortSignal.any([signal, left.signal]))[Symbol.asyncIterator]()
  try {
    // Listens first: what ends in between is told.
    let next = changes.next()
    next.catch(() => undefined)
    if (isOver((await systemd.inspect(unit)).active)) return
    for (;;) {
      const told = await next
      if (told.done === true || isOver(told.value.active)) return
      next = changes.next()
    }
  } finally {
    left.abort()
  }
}

const isOver = (active: string): boolean => active === 'inactive' || active === 'failed'
