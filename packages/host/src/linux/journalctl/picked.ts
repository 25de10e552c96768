import type { JournalEntry, JournalQuery } from '../../ports/journal.ts'
import { toArguments, toEntry } from './entries.ts'
import { journalctl, type Ending } from './journalctl.ts'

/** journalctl finds units and severities; what is in a message is looked for here. */
export const isPicked = ({ search, without }: JournalQuery): boolean =>
  search !== undefined || without !== undefined

/** Not by --grep, which journalctl need not have (+PCRE2), and which takes a pattern. */
export const matcherOf = ({ search = '', without }: JournalQuery): ((entry: JournalEntry) => boolean) => {
  const wanted = search.toLowerCase()
  return ({ message }) => message.toLowerCase().includes(wanted) && !(without?.test(message) ?? false)
}

/** The newest entries of a query whose messages decide, oldest first, and the cursor of the newest that was looked at. */
export const pick = async (
  { lines = Infinity, ...query }: JournalQuery,
  ending: Ending,
): Promise<{ readonly entries: readonly JournalEntry[]; readonly cursor: string | undefined }> => {
  const matches = matcherOf(query)
  const found: JournalEntry[] = []
  let cursor: string | undefined
  let looked = 0
  const args = ['--reverse', ...toArguments({ ...query, lines: searchedAtMost })]
  for await (const fields of journalctl(args, ending)) {
    const entry = toEntry(fields)
    cursor ??= entry.cursor
    if (matches(entry)) found.push(entry)
    looked += 1
    if (found.length >= lines || looked >= searchedAtMost) break
  }
  return { entries: found.reverse(), cursor }
}

/** Entries; about a second of work. */
const searchedAtMost = 100_000
