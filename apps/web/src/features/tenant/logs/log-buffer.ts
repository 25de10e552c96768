import type { LogLine } from '@pilot/contract'

/** What a page keeps of a journal: the newest lines, each once. */
export interface LogBuffer {
  readonly entries: readonly LogEntry[]
  /** How many lines were let go from the beginning. */
  readonly dropped: number
  /** The stream was away since the last line. `joined` where it went on with lines that were known. */
  readonly outage: (Outage & { readonly joined: boolean }) | null
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

export const emptyLogBuffer: LogBuffer = { entries: [], dropped: 0, outage: null }

/** The stream was away; the next new line says so. */
export const noteOutage = (buffer: LogBuffer, outage: Outage): LogBuffer => ({
  ...buffer,
  outage: { ...outage, joined: buffer.entries.length === 0 },
})

/** Appends the lines that are not yet there, by their cursor, and lets the oldest go beyond `limit`. */
export const appendLines = (buffer: LogBuffer, lines: readonly LogLine[], limit: number): LogBuffer => {
  const known = knownCursors(buffer)
  // A stream that stands again begins with lines of before: where it does, nothing was missed.
  const [first] = lines
  const joins = first !== undefined && known.has(first.cursor)
  const outage = buffer.outage && { ...buffer.outage, joined: buffer.outage.joined || joins }
  const fresh: LogEntry[] = []
  for (const line of lines) {
    if (known.has(line.cursor)) continue
    known.add(line.cursor)
    fresh.push({ kind: 'line', line })
  }
  if (fresh.length === 0) return outage === null ? buffer : { ...buffer, outage }
  const entries = [...buffer.entries, ...noticeOf(buffer, outage), ...fresh]
  const surplus = Math.max(0, entries.length - limit)
  return { entries: entries.slice(surplus), dropped: buffer.dropped + surplus, outage: null }
}

const noticeOf = ({ entries }: LogBuffer, outage: LogBuffer['outage']): LogEntry[] => {
  if (outage === null || entries.length === 0) return []
  const { from, to, joined } = outage
  return [{ kind: 'interruption', from, to, missing: !joined }]
}

const knownCursors = ({ entries }: LogBuffer): Set<string> =>
  new Set(entries.flatMap((entry) => (entry.kind === 'line' ? [entry.line.cursor] : [])))
