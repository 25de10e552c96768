import type { Wake } from '@pilot/contract'
import type { UnitEvent } from '@pilot/host/ports'
import { messages } from './run-messages.ts'

/**
 * The runs that these events tell of, newest first and at most `limit`. The events come newest first; `tenantOf` says
 * whose service it is.
 */
export const readRuns = async (
  events: AsyncIterable<UnitEvent>,
  tenantOf: (event: UnitEvent) => string | undefined,
  limit: number,
): Promise<Wake[]> => {
  const runs: Wake[] = []
  // What is known of each tenant's run whose beginning is still to come.
  const open = new Map<string, OpenRun>()
  // When the run after it began. An end need not be logged: a user's manager keeps a program that ends by itself to
  // itself (unit_log_success() in systemd's src/core/unit.c), and a power cut tells nobody.
  const next = new Map<string, number>()
  const finish = (tenant: string, { startedAt, endedAt, result }: OpenRun, startingAt?: number): void => {
    open.delete(tenant)
    const at = startingAt ?? startedAt
    if (at === null) return
    const startMilliseconds =
      startingAt === undefined || startedAt === null ? null : (startedAt - startingAt) / 1000
    const over = endedAt ?? next.get(tenant) ?? null
    runs.push({
      tenant,
      at: toTime(at),
      startMilliseconds,
      endedAt: over === null ? null : toTime(over),
      result,
    })
    next.set(tenant, at)
  }
  for await (const event of events) {
    const tenant = tenantOf(event)
    if (tenant === undefined) continue
    const run = open.get(tenant) ?? nothingKnown
    const { realtime, messageId, result } = event
    if (messageId === messages.starting) finish(tenant, run, realtime)
    else if (messageId === messages.started) {
      // Type=simple tells no start: what is known of a started run is all.
      if (run.startedAt !== null) finish(tenant, run)
      open.set(tenant, { ...(open.get(tenant) ?? nothingKnown), startedAt: realtime })
    } else {
      if (run.startedAt !== null) finish(tenant, run)
      const later = open.get(tenant)
      // `stopped` follows the end and is told by a stop alone; the end itself counts.
      open.set(tenant, { startedAt: null, endedAt: realtime, result: result ?? later?.result ?? null })
    }
    if (runs.length >= limit) break
  }
  if (runs.length < limit) for (const [tenant, run] of open) finish(tenant, run)
  return runs.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit)
}

interface OpenRun {
  /** Microseconds since 1970. */
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly result: string | null
}

const nothingKnown: OpenRun = { startedAt: null, endedAt: null, result: null }

const toTime = (microseconds: number): string => new Date(microseconds / 1000).toISOString()
