import type { DatabaseSync } from 'node:sqlite'
import type { TenantName } from '@pilot/contract'
import { messages } from '../runs/run-messages.ts'
import type { RunsTold } from './read-run-log.ts'
import { parseWakeLine } from './wake-line.ts'

interface Known {
  readonly idOf: (name: string) => number
  /** Its start counts as done once it takes connections. */
  readonly isProxied: (name: TenantName) => boolean
  /** Told of the microseconds that a wake took as a whole. */
  readonly onWhole: (microseconds: number) => void
}

/** Makes wakes of what was told, or adds to those that are known. They outlive the journal. */
export const storeWakes = (
  database: DatabaseSync,
  entries: RunsTold['entries'],
  { idOf, isProxied, onWhole }: Known,
): void => {
  const newest = database.prepare(
    'SELECT at, started, ready, ended FROM wakes WHERE tenant = ? AND at <= ? ORDER BY at DESC LIMIT 1',
  )
  const begin = database.prepare('INSERT OR IGNORE INTO wakes (tenant, at, started) VALUES (?, ?, ?)')
  const count = database.prepare('UPDATE tenants SET wakes = wakes + 1 WHERE id = ?')
  const start = database.prepare(
    'UPDATE wakes SET started = ?, start = ?, whole = ? WHERE tenant = ? AND at = ?',
  )
  const tell = database.prepare(
    'UPDATE wakes SET start = ?, ready = ?, first_byte = ?, whole = ? WHERE tenant = ? AND at = ?',
  )
  const end = database.prepare(
    'UPDATE wakes SET ended = ?, result = ifnull(?, result) WHERE tenant = ? AND at = ?',
  )
  const add = (tenant: number, at: number, started: number | null, before: Run | undefined): void => {
    // An end need not be logged (runs/read-runs.ts).
    if (before?.ended === null) end.run(at, null, tenant, before.at)
    if (begin.run(tenant, at, started).changes > 0) count.run(tenant)
  }

  for (const { tenant: name, realtime, messageId, result, message } of entries) {
    const tenant = idOf(name)
    const run = newest.get(tenant, realtime) as Run | undefined
    if (messageId === messages.starting) add(tenant, realtime, null, run)
    else if (messageId === messages.started) {
      // Type=simple tells no start: what is known of a started run is all.
      if (run === undefined || run.ended !== null || run.started !== null)
        add(tenant, realtime, realtime, run)
      else {
        const took = realtime - run.at
        const proxied = isProxied(name)
        start.run(realtime, proxied ? null : took, proxied ? took : null, tenant, run.at)
        if (proxied) onWhole(took)
      }
    } else if (messageId !== '') {
      // `stopped` follows the end and is told by a stop alone; the end itself counts.
      if (run !== undefined && (run.ended === null || result !== null))
        end.run(run.ended ?? realtime, result, tenant, run.at)
    } else if (run !== undefined && run.ready === null) {
      const parts = partsOf(run.at, realtime, message)
      if (parts === undefined) continue
      tell.run(parts.start, parts.ready, parts.firstByte, parts.whole, tenant, run.at)
      onWhole(parts.whole)
    }
  }
}

interface Run {
  readonly at: number
  readonly started: number | null
  readonly ready: number | null
  readonly ended: number | null
}

/**
 * A tenant can write any line, so it is believed only what fits between the start that PID 1 told and the moment at
 * which journald had the line: it can spoil its own figures, and by no more than that.
 */
const partsOf = (at: number, heard: number, message: string) => {
  const line = parseWakeLine(message)
  if (line === undefined) return undefined
  const { begun, ready, answered } = line
  if (begun < at - tolerance || begun + (answered ?? ready) > heard + tolerance) return undefined
  const start = Math.max(0, begun - at)
  const firstByte = answered === null ? null : answered - ready
  return { start, ready, firstByte, whole: start + ready + (firstByte ?? 0) }
}

/** Microseconds: the program's clock counts milliseconds, and journald stamps a line when it reads it. */
const tolerance = 2_000
