import { execa } from 'execa'
import { readFile } from 'node:fs/promises'
import type { Journal, JournalEntry, JournalQuery } from '../ports.ts'
import { baseEnvironment } from './run.ts'

/** The journal by journalctl(1) with `--output=json`. */
export const linuxJournal = (): Journal => ({
  read: async (query) => {
    const found: JournalEntry[] = []
    for await (const entry of entries(query, { timeout: 60_000 })) found.push(entry)
    return found
  },
  follow: (query, signal) => follow(query, signal),
})

async function* follow(query: JournalQuery, signal: AbortSignal): AsyncIterable<JournalEntry> {
  const machine = (await readFile('/etc/machine-id', 'utf8')).trim()
  try {
    // --follow alone shows this boot only, by an id that journalctl of systemd 252 gets wrong where the agent's
    // sandbox has a fresh /proc without the boot_id of the container around it. --merge shows all boots, and all
    // machines.
    yield* entries(query, { cancelSignal: signal }, ['--follow', '--merge'], [`_MACHINE_ID=${machine}`])
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function* entries(
  query: JournalQuery,
  ending: { readonly timeout: number } | { readonly cancelSignal: AbortSignal },
  options: readonly string[] = [],
  common: readonly string[] = [],
): AsyncIterable<JournalEntry> {
  if (query.units.length === 0 && query.uid === undefined) return
  const journalctl = execa('journalctl', [...options, ...toArguments(query, common)], {
    ...ending,
    env: baseEnvironment,
    extendEnv: false,
    stdin: 'ignore',
    // Lines are taken as they come; a long journal is not to be held in memory twice.
    buffer: { stdout: false },
  })
  for await (const line of journalctl) yield toEntry(JSON.parse(line) as Fields)
}

/** `common` are matches that every line must meet. */
const toArguments = ({ units, uid, since, lines }: JournalQuery, common: readonly string[]): string[] => [
  ...['--output=json', '--all', '--quiet', '--no-pager'],
  ...(since === undefined ? [] : [`--since=${since}`]),
  ...(lines === undefined ? (since === undefined ? [] : ['--no-tail']) : [`--lines=${lines}`]),
  ...[...units.flatMap(matchesOfUnit), ...(uid === undefined ? [] : [[`_UID=${uid}`]])].flatMap(
    (match, index) => [...(index === 0 ? [] : ['+']), ...match, ...common],
  ),
]

/** Its own lines, and PID 1's about it. Anybody may log with a field UNIT=, so it counts from PID 1 alone. */
const matchesOfUnit = (unit: string): string[][] => [[`_SYSTEMD_UNIT=${unit}`], ['_PID=1', `UNIT=${unit}`]]

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
    identifier: text('SYSLOG_IDENTIFIER') || text('_COMM'),
    pid: text('_PID') === '' ? null : Number(text('_PID')),
    message: text('MESSAGE'),
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
