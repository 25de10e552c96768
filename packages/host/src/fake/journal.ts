import { PilotError } from '@pilot/contract'
import type { Journal, JournalEntry, JournalQuery, UnitEvent, UnitEventQuery } from '../ports/journal.ts'
import { streamOf } from './stream.ts'
import type { State } from './state.ts'
import type { World } from './world.ts'

export const fakeJournal = (world: World): Journal => ({
  read: async (query) => select(world, query),
  follow: (query, signal) => follow(world, query, signal),
  unitEvents: (query, signal) => readUnitEvents(world, query, signal),
})

async function* readUnitEvents(
  world: World,
  query: UnitEventQuery,
  signal: AbortSignal,
): AsyncIterable<UnitEvent> {
  const { units, userUnit, messageIds, since } = query
  for (const { realtime, event } of world.state.journal.toReversed()) {
    signal.throwIfAborted()
    if (event === undefined || !messageIds.includes(event.messageId) || realtime < since * 1000) continue
    const wanted =
      event.uid === null
        ? (units?.includes(event.unit) ?? true)
        : event.unit === userUnit?.name && userUnit.uids.includes(event.uid)
    if (wanted) yield { realtime, ...event }
  }
}

async function* follow(world: World, query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry> {
  const coming = streamOf(world, 'journal', signal)
  // `journalctl --follow` begins with the last ten lines unless told otherwise.
  yield* select(world, { ...query, lines: query.lines ?? 10 })
  for await (const [entry] of coming) if (matches(entry as Stored, query)) yield toEntry(entry as Stored)
}

type Stored = State['journal'][number]

const select = (world: World, query: JournalQuery): JournalEntry[] => {
  if (query.since !== undefined && !isTime(query.since))
    throw new PilotError({ code: 'invalid-input', field: 'since', fault: { code: 'not-since' } })
  return world.state.journal
    .filter((entry) => matches(entry, query))
    .slice(query.lines === undefined ? 0 : -query.lines || Infinity)
    .map(toEntry)
}

const isTime = (text: string): boolean =>
  /^(now|today|yesterday|.+ ago)$/.test(text) || !Number.isNaN(Date.parse(text))

const matches = (
  entry: Stored,
  { units, uid, since, priority = 7, search = '', without }: JournalQuery,
): boolean =>
  entry.priority <= priority &&
  !(without?.test(entry.message) ?? false) &&
  entry.message.toLowerCase().includes(search.toLowerCase()) &&
  (units.includes(entry.unit) || (uid !== undefined && entry.uid === uid)) &&
  (since === undefined || !(Date.parse(since) * 1000 > entry.realtime))

const toEntry = ({ realtime, priority, unit, identifier, pid, message, cursor }: Stored): JournalEntry => ({
  realtime,
  priority,
  unit,
  identifier,
  pid,
  message,
  cursor,
})
