import type { RunLog, RunLogEntry, RunLogPart, RunLogPlace } from '../../ports/run-log.ts'
import { asTenant } from './as-tenant.ts'

/** By journalctl(1); `messageIds` are those of systemd's catalogue that tell of runs. */
export const createRunLog = (messageIds: readonly string[]): RunLog => {
  const ids = messageIds.map((id) => `MESSAGE_ID=${id}`)
  return {
    // Anybody may log with the field UNIT=, so it counts from PID 1 alone.
    trusted: (after) => read(after, ['_PID=1', ...ids], 'all'),
    told: (after, { user }) =>
      read(
        after,
        [
          '_SYSTEMD_SLICE=system-pilot.slice',
          ...line,
          ...(user
            ? ['+', '_SYSTEMD_USER_UNIT=pilot.service', ...line, '+', 'USER_UNIT=pilot.service', ...ids]
            : []),
        ],
        'some',
      ),
  }
}

/** What a program writes to standard error with the prefix <7> (sd-daemon(3)). */
const line = ['PRIORITY=7', '_TRANSPORT=stdout']

const read = (after: RunLogPlace, matches: readonly string[], amount: 'all' | 'some'): RunLogPart => {
  const begun = Date.now()
  // Loaded when it is needed, once a minute: with what it loads itself it costs as much as a sample.
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const found = spawnSync('journalctl', [...options, from(after), ...matches], {
    env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout: 20_000,
    maxBuffer: amount === 'all' ? 64 * mebibyte : 2 * mebibyte,
  })
  const isCut = (found.error as NodeJS.ErrnoException | undefined)?.code === 'ENOBUFS'
  if (!isCut && (found.error !== undefined || found.status !== 0))
    throw new Error(`journalctl cannot be asked: ${found.stderr || String(found.error)}`)
  const lines = found.stdout.split('\n')
  // Whole lines only; behind the last one is nothing.
  const fields = lines.slice(0, -1).map((text) => JSON.parse(text) as Fields)
  const cursor = textOf(fields.at(-1)?.['__CURSOR'])
  const place = isCut && amount === 'some' ? { since: begun } : cursor === '' ? after : { cursor }
  return { entries: fields.flatMap(toEntry), place }
}

const mebibyte = 1024 * 1024

const options = [
  '--output=json',
  '--quiet',
  '--no-pager',
  '--no-tail',
  '--output-fields=UNIT,USER_UNIT,_UID,_SYSTEMD_UNIT,_SYSTEMD_USER_UNIT,MESSAGE_ID,UNIT_RESULT,MESSAGE,_TRANSPORT',
]

const from = (place: RunLogPlace): string =>
  'cursor' in place ? `--after-cursor=${place.cursor}` : `--since=@${Math.floor(place.since / 1000)}`

/** Text, or what journalctl makes of a field that is none, or that was given more than once: no field of ours. */
type Fields = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const toEntry = (fields: Fields): RunLogEntry[] => {
  const text = (name: string): string => textOf(fields[name])
  const realtime = Number(text('__REALTIME_TIMESTAMP'))
  const ofLine = text('_TRANSPORT') === 'stdout'
  const isOfUser = text('USER_UNIT') !== '' || text('_SYSTEMD_USER_UNIT') !== ''
  const name = /^pilot@(.+)\.service$/.exec(text(ofLine ? '_SYSTEMD_UNIT' : 'UNIT'))?.[1]
  if (!isOfUser && name === undefined) return []
  return [
    {
      realtime,
      of: isOfUser || name === undefined ? { uid: Number(text('_UID')) } : { name: asTenant(name) },
      messageId: ofLine ? '' : text('MESSAGE_ID'),
      result: text('UNIT_RESULT').slice(0, 32) || null,
      message: ofLine ? text('MESSAGE') : '',
    },
  ]
}
