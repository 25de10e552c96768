import type { TenantService } from '@pilot/api/service'
import type { TenantStatus, WatchEvent } from '@pilot/contract'
import type { Counts } from '../tenants/count-states.ts'
import { observeTenants, type News, type ObserverParts } from '../tenants/observe-tenants.ts'
import { statusFor } from '../tenants/status.ts'

/** All streams share one observer, which begins with the first and ends with the last. */
export const watchMethod = (agent: ObserverParts): TenantService['watch'] => {
  const readers = new Set<Reader>()
  let latest: Counts | undefined
  let stop: AbortController | undefined

  const join = (reader: Reader): void => {
    readers.add(reader)
    if (latest !== undefined) reader.take({ counts: latest, changed: [], removed: [] })
    if (stop !== undefined) return
    const observing = new AbortController()
    stop = observing
    const tell = (news: News): void => {
      latest = news.counts
      for (const each of readers) each.take(news)
    }
    observeTenants(agent, tell, observing.signal).catch((error: unknown) => {
      for (const each of readers) each.fail(error)
      end(observing)
    })
  }

  const end = (observing: AbortController): void => {
    observing.abort()
    if (stop !== observing) return
    stop = undefined
    latest = undefined
  }

  const leave = (reader: Reader): void => {
    readers.delete(reader)
    if (readers.size === 0 && stop !== undefined) end(stop)
  }

  return async function* (_input, caller, signal) {
    const reader = createReader(signal)
    join(reader)
    try {
      for (let event = await reader.next(); event !== undefined; event = await reader.next())
        yield { ...event, changed: event.changed.map((status) => statusFor(caller, status)) }
    } finally {
      leave(reader)
    }
  }
}

interface Reader {
  take(news: News): void
  fail(error: unknown): void
  /** All that was taken since the last time, as one; undefined when the reader has left. */
  next(): Promise<WatchEvent | undefined>
}

/** Holds what a slow reader has not read yet: of each tenant only the newest. */
const createReader = (signal: AbortSignal): Reader => {
  let waiting = Promise.withResolvers<undefined>()
  waiting.promise.catch(() => undefined)
  let counts: Counts | undefined
  const changed = new Map<string, TenantStatus>()
  const removed = new Set<string>()
  signal.addEventListener('abort', () => waiting.resolve(undefined), { once: true })
  return {
    take: (news) => {
      counts = news.counts
      for (const name of news.removed) {
        changed.delete(name)
        removed.add(name)
      }
      for (const status of news.changed) {
        removed.delete(status.name)
        changed.set(status.name, status)
      }
      waiting.resolve(undefined)
    },
    fail: (error) => waiting.reject(error),
    next: async () => {
      await waiting.promise
      if (signal.aborted || counts === undefined) return undefined
      waiting = Promise.withResolvers()
      const event = { counts, changed: [...changed.values()], removed: [...removed] }
      changed.clear()
      removed.clear()
      return event
    },
  }
}
