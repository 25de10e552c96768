import { readFile } from 'node:fs/promises'
import type { Journal, JournalEntry, JournalQuery } from '../ports/journal.ts'
import { toArguments, toEntry } from './journalctl/entries.ts'
import { journalctl } from './journalctl/journalctl.ts'
import { isPicked, matcherOf, pick } from './journalctl/picked.ts'
import { readUnitEvents } from './journalctl/unit-events.ts'

/** The journal by journalctl(1) with `--output=json`. */
export const linuxJournal = (): Journal => ({
  read: async (query) => {
    if (isOfNobody(query)) return []
    const ending = { timeout: 60_000 }
    if (!isPicked(query)) return Array.fromAsync(journalctl(toArguments(query), ending), toEntry)
    return (await pick(query, ending)).entries
  },
  follow,
  unitEvents: readUnitEvents,
})

const isOfNobody = ({ units, uid }: JournalQuery): boolean => units.length === 0 && uid === undefined

async function* follow(query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry> {
  if (isOfNobody(query)) return
  const machine = (await readFile('/etc/machine-id', 'utf8')).trim()
  try {
    // Where messages do not decide, journalctl itself begins with the newest entries and goes on from there.
    const { entries = [], cursor } = isPicked(query) ? await pick(query, { cancelSignal: signal }) : {}
    yield* entries
    // --follow alone shows this boot only, by an id that journalctl of systemd 252 gets wrong where the agent's
    // sandbox has a fresh /proc without the boot_id of the container around it. --merge shows all boots, and all
    // machines.
    const sameMachine = [`_MACHINE_ID=${machine}`]
    const wanted =
      cursor === undefined
        ? toArguments(query, sameMachine)
        : [`--after-cursor=${cursor}`, '--no-tail', ...toArguments(onlyWhose(query), sameMachine)]
    const matches = matcherOf(query)
    for await (const fields of journalctl(['--follow', '--merge', ...wanted], { cancelSignal: signal })) {
      const entry = toEntry(fields)
      if (matches(entry)) yield entry
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** The query without its beginning. */
const onlyWhose = ({ units, uid, priority }: JournalQuery): JournalQuery => ({
  units,
  ...(uid === undefined ? {} : { uid }),
  ...(priority === undefined ? {} : { priority }),
})
