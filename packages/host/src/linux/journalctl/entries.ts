import type { JournalEntry, JournalQuery } from '../../ports/journal.ts'
import { anyOf, textOf, type Fields } from './journalctl.ts'
import { cutTo } from './short-lines.ts'

/** Arguments that find the entries of a query, but for what it asks of their messages. Every entry meets the `common` matches. */
export const toArguments = (
  { units, uid, since, lines, priority }: JournalQuery,
  common: readonly string[] = [],
): string[] => {
  const whose = [...units.flatMap(matchesOfUnit), ...(uid === undefined ? [] : [[`_UID=${uid}`]])]
  return [
    '--all',
    `--output-fields=${shownFields.join(',')}`,
    ...(since === undefined ? [] : [`--since=${since}`]),
    ...(priority === undefined ? [] : [`--priority=${priority}`]),
    ...(lines === undefined ? (since === undefined ? [] : ['--no-tail']) : [`--lines=${lines}`]),
    ...anyOf(whose.map((group) => [...group, ...common])),
  ]
}

/** Its own lines, and PID 1's about it. Anybody may log with a field UNIT=, so it counts from PID 1 alone. */
const matchesOfUnit = (unit: string): string[][] => [[`_SYSTEMD_UNIT=${unit}`], ['_PID=1', `UNIT=${unit}`]]

/** Those beginning with two underscores come in any case. Others a program may fill with anything. */
const shownFields = [
  'MESSAGE',
  'PRIORITY',
  'UNIT',
  'SYSLOG_IDENTIFIER',
  '_PID',
  '_COMM',
  '_SYSTEMD_UNIT',
  '_SYSTEMD_USER_UNIT',
]

export const toEntry = (fields: Fields): JournalEntry => {
  const text = (name: string): string => textOf(fields, name)
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

/** Characters: 10,000 lines are held at once. */
const longestMessage = 8192
const longestIdentifier = 128
