import { execa } from 'execa'
import { readFile } from 'node:fs/promises'
import type { Journal, JournalEntry, JournalQuery, UnitEvent, UnitEventQuery } from '../ports/journal.ts'
import { baseEnvironment } from './run.ts'
import { cutTo, shortLines } from './short-lines.ts'

/** The journal by journalctl(1) with `--output=json`. */
export const linuxJournal = (): Journal => ({
  read: async (query) => {
    const found: JournalEntry[] = []
    for await (const { entry } of select(query, { timeout: 60_000 }))
      if (entry !== undefined) found.push(entry)
    return isPicked(query) ? found.reverse() : found
  },
  follow: (query, signal) => follow(query, signal),
  unitEvents: (query, signal) => readUnitEvents(query, signal),
})

async function* follow(query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry> {
  if (isOfNobody(query)) return
  const machine = (await readFile('/etc/machine-id', 'utf8')).trim()
  try {
    const { before, cursor } = await readBefore(query, signal)
    yield* before
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

/** Where messages decide the newest matching entries, oldest first, and from where to go on; without one journalctl does both. */
const readBefore = async (
  query: JournalQuery,
  signal: AbortSignal,
): Promise<{ before: readonly JournalEntry[]; cursor: string | undefined }> => {
  const before: JournalEntry[] = []
  let cursor: string | undefined
  if (!isPicked(query)) return { before, cursor }
  for await (const seen of select(query, { cancelSignal: signal })) {
    cursor ??= seen.cursor
    if (seen.entry !== undefined) before.push(seen.entry)
  }
  return { before: before.reverse(), cursor }
}

/**
 * The entries of the query; where their messages decide newest first and those that do not match as their cursor alone. Not by
 * --grep, which journalctl need not have (+PCRE2), and which takes a pattern.
 */
async function* select(
  query: JournalQuery,
  ending: Ending,
): AsyncIterable<{ cursor: string; entry?: JournalEntry }> {
  if (isOfNobody(query)) return
  if (!isPicked(query)) {
    for await (const fields of journalctl(toArguments(query), ending)) {
      const entry = toEntry(fields)
      yield { cursor: entry.cursor, entry }
    }
    return
  }
  const { lines = Infinity, ...rest } = query
  const matches = matcherOf(query)
  let found = 0
  let looked = 0
  for await (const fields of journalctl(
    ['--reverse', ...toArguments({ ...rest, lines: searchedAtMost })],
    ending,
  )) {
    const entry = toEntry(fields)
    const fits = matches(entry)
    if (fits) found += 1
    yield { cursor: entry.cursor, ...(fits ? { entry } : {}) }
    looked += 1
    if (found >= lines || looked >= searchedAtMost) return
  }
}

/** Entries; about a second of work. */
const searchedAtMost = 100_000

/** journalctl finds units and severities; what is in a message is looked for here. */
const isPicked = ({ search, without }: JournalQuery): boolean => search !== undefined || without !== undefined

const matcherOf = ({ search = '', without }: JournalQuery): ((entry: JournalEntry) => boolean) => {
  const wanted = search.toLowerCase()
  return ({ message }) => message.toLowerCase().includes(wanted) && !(without?.test(message) ?? false)
}

const isOfNobody = ({ units, uid }: JournalQuery): boolean => units.length === 0 && uid === undefined

async function* readUnitEvents(query: UnitEventQuery, signal: AbortSignal): AsyncIterable<UnitEvent> {
  const { units, userUnit, messageIds, since } = query
  const ids = messageIds.map((id) => `MESSAGE_ID=${id}`)
  // Anybody may log with the field UNIT=, so it counts from PID 1 alone.
  const ofSystem =
    units?.length === 0 ? [] : ['_PID=1', ...(units ?? []).map((unit) => `UNIT=${unit}`), ...ids]
  const ofUser =
    userUnit === undefined || userUnit.uids.length === 0
      ? []
      : [`USER_UNIT=${userUnit.name}`, ...userUnit.uids.map((uid) => `_UID=${uid}`), ...ids]
  const matches = [ofSystem, ofUser].filter((group) => group.length > 0)
  if (matches.length === 0) return
  const args = [
    ...['--output=json', '--quiet', '--no-pager', '--reverse', `--since=@${Math.floor(since / 1000)}`],
    '--output-fields=UNIT,USER_UNIT,_UID,MESSAGE_ID,UNIT_RESULT',
    ...matches.flatMap((group, index) => [...(index === 0 ? [] : ['+']), ...group]),
  ]
  signal.throwIfAborted()
  try {
    for await (const fields of journalctl(args, { timeout: 60_000, cancelSignal: signal })) {
      // Lines that came before it was aborted may still be here.
      signal.throwIfAborted()
      yield toUnitEvent(fields)
    }
  } catch (error) {
    signal.throwIfAborted()
    throw error
  }
}

const toUnitEvent = (fields: Fields): UnitEvent => {
  const text = (name: string): string => toText(fields[name])
  const ofUser = text('USER_UNIT') !== ''
  return {
    realtime: Number(text('__REALTIME_TIMESTAMP')),
    unit: text('USER_UNIT') || text('UNIT'),
    uid: ofUser ? Number(text('_UID')) : null,
    messageId: text('MESSAGE_ID'),
    result: text('UNIT_RESULT') || null,
  }
}

type Ending = { readonly timeout: number } | { readonly cancelSignal: AbortSignal }

/** Lines are taken as they come; a long journal is not to be held in memory twice. Whoever stops reading ends it. */
async function* journalctl(args: readonly string[], ending: Ending): AsyncIterable<Fields> {
  const program = execa('journalctl', [...args], {
    ...ending,
    env: baseEnvironment,
    extendEnv: false,
    stdin: 'ignore',
    buffer: { stdout: false },
  })
  // It may fail before anybody waits for it.
  program.catch(() => undefined)
  try {
    for await (const line of shortLines(program.stdout, longestLine)) yield JSON.parse(line) as Fields
    await program
  } finally {
    program.kill()
    await program.catch(() => undefined)
  }
}

/**
 * Bytes of JSON. A line of a program's output becomes less, even all of control characters (journald.conf(5),
 * LineMax=48K), but who writes to journald's socket may send one of hundreds of megabytes.
 */
const longestLine = 1024 * 1024

/** `common` are matches that every line must meet. */
const toArguments = (
  { units, uid, since, lines, priority }: JournalQuery,
  common: readonly string[] = [],
): string[] => [
  ...['--output=json', '--all', '--quiet', '--no-pager', `--output-fields=${shownFields.join(',')}`],
  ...(since === undefined ? [] : [`--since=${since}`]),
  ...(priority === undefined ? [] : [`--priority=${priority}`]),
  ...(lines === undefined ? (since === undefined ? [] : ['--no-tail']) : [`--lines=${lines}`]),
  ...[...units.flatMap(matchesOfUnit), ...(uid === undefined ? [] : [[`_UID=${uid}`]])].flatMap(
    (match, index) => [...(index === 0 ? [] : ['+']), ...match, ...common],
  ),
]

/** Those beginning with two underscores come in any case. Others a program may fill with anything. */
const shownFields = [
  ...['MESSAGE', 'PRIORITY', 'UNIT', 'SYSLOG_IDENTIFIER'],
  ...['_PID', '_COMM', '_SYSTEMD_UNIT', '_SYSTEMD_USER_UNIT'],
]

/** Its own lines, and PID 1's about it. Anybody may log with a field UNIT=, so it counts from PID 1 alone. */
const matchesOfUnit = (unit: string): string[][] => [[`_SYSTEMD_UNIT=${unit}`], ['_PID=1', `UNIT=${unit}`]]

/** Characters: 10,000 lines are held at once. */
const longestMessage = 8192
const longestIdentifier = 128

/** A field is text, or bytes where it is no UTF-8, or a list of these where it was given more than once. */
type Value = string | null | number[] | Exclude<Value, null>[]
type Fields = Readonly<Record<string, Value>>

const toEntry = (fields: Fields): JournalEntry => {
  const text = (name: string): string => toText(fields[name])
  const fromManager = text('_PID') === '1' && text('UNIT') !== ''
  return {
    realtime: Number(text('__REALTIME_TIMESTAMP')),
    priority: Number(text('PRIORITY') || 6),
    unit: fromManager ? text('UNIT') : text('_SYSTEMD_USER_UNIT') || text('_SYSTEMD_UNIT'),
    identifier: cutTo(text('SYSLOG_IDENTIFIER') || text('_COMM'), longestIdentifier),
    pid: text('_PID') === '' ? null : Number(text('_PID')),
    message: cutTo(text('MESSAGE'), longestMessage),
    cursor: text('__CURSOR'),
  }
}

const toText = (value: Value | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (isBytes(value)) return Buffer.from(value).toString('utf8')
  return value.map(toText).join('\n')
}

const isBytes = (value: readonly unknown[]): value is number[] =>
  value.every((byte) => typeof byte === 'number')
