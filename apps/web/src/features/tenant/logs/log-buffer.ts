import type { LogLine } from '@pilot/contract'

/** What a page keeps of a journal: the newest lines, each once. */
export interface LogBuffer {
  readonly entries: readonly LogEntry[]
  /** How many lines were let go from the beginning. */
  readonly dropped: number
}

export type LogEntry = { readonly kind: 'line'; readonly line: LogLine } | Interruption

/** Where the stream broke off and went on. */
export interface Interruption {
  readonly kind: 'interruption'
  /** Milliseconds since 1970. */
  readonly from: number
  readonly to: number
  /** The stream went on with a line further ahead, so that some in between may never have come. */
  readonly missing: boolean
}

/** When a stream was lost and when it stood again, milliseconds since 1970. */
export interface Outage {
  readonly from: number
  readonly to: number
}

export const emptyLogBuffer: LogBuffer = { entries: [], dropped: 0 }

/**
 * Appends the lines that are not yet there, by their cursor, and lets the oldest go beyond `limit`. With `outage`
 * they are the first after the stream was lost: a stream that stands again begins with lines of before.
 */
export const appendLines = (
  buffer: LogBuffer,
  lines: readonly LogLine[],
  limit: number,
  outage?: Outage,
): LogBuffer => {
  const known = knownCursors(buffer)
  const fresh: LogEntry[] = []
  for (const line of lines) {
    if (known.has(line.cursor)) continue
    known.add(line.cursor)
    fresh.push({ kind: 'line', line })
  }
  if (fresh.length === 0) return buffer
  const notice =
    outage === undefined ? [] : [interruption(buffer, lines, outage)].filter((one) => one !== null)
  const entries = [...buffer.entries, ...notice, ...fresh]
  const surplus = Math.max(0, entries.length - limit)
  return { entries: entries.slice(surplus), dropped: buffer.dropped + surplus }
}

const interruption = (buffer: LogBuffer, lines: readonly LogLine[], outage: Outage): Interruption | null => {
  if (buffer.entries.length === 0) return null
  const first = lines[0]
  const missing = first !== undefined && !knownCursors(buffer).has(first.cursor)
  return { kind: 'interruption', ...outage, missing }
}

const knownCursors = ({ entries }: LogBuffer): Set<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line.cursor] : [])))
