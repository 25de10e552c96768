import type { Journal, JournalEntry, JournalQuery } from '../ports.ts'
import { streamOf } from './stream.ts'
import type { State } from './state.ts'
import type { World } from './world.ts'

export const fakeJournal = (world: World): Journal => ({
  read: async (query) => select(world, query),
  follow: (query, signal) => follow(world, query, signal),
})

async function* follow(world: World, query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry> {
  const coming = streamOf(world, 'journal', signal)
  // `journalctl --follow` begins with the last ten lines unless told otherwise.
  yield* select(world, { ...query, lines: query.lines ?? 10 })
  for await (const [entry] of coming) if (matches(entry as Stored, query)) yield toEntry(entry as Stored)
}

type Stored = State['journal'][number]

const select = (world: World, query: JournalQuery): JournalEntry[] =>
  world.state.journal
    .filter((entry) => matches(entry, query))
    .slice(query.lines === undefined ? 0 : -query.lines || Infinity)
    .map(toEntry)

const matches = (entry: Stored, { units, uid, since }: JournalQuery): boolean =>
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
