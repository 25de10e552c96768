import { PilotError } from '@pilot/contract'
import { execa, ExecaError } from 'execa'
import { baseEnvironment } from '../run.ts'
import { shortLines } from './short-lines.ts'

export type Ending = { readonly timeout: number } | { readonly cancelSignal: AbortSignal }

/** Lines are taken as they come; a long journal is not to be held in memory twice. Whoever stops reading ends it. */
export async function* journalctl(args: readonly string[], ending: Ending): AsyncIterable<Fields> {
  const program = execa('journalctl', ['--output=json', '--quiet', '--no-pager', ...args], {
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
  } catch (error) {
    throw isUnreadableTime(error)
      ? new PilotError(
          { code: 'invalid-input', field: 'since', fault: { code: 'not-since' } },
          { cause: error },
        )
      : error
  } finally {
    program.kill()
    await program.catch(() => undefined)
  }
}

// parse_since() of systemd (src/journal/journalctl-util.c, in older versions journalctl.c).
const isUnreadableTime = (error: unknown): boolean =>
  error instanceof ExecaError && String(error.stderr).startsWith('Failed to parse timestamp')

/**
 * Bytes of JSON. A line of a program's output becomes less, even all of control characters (journald.conf(5),
 * LineMax=48K), but who writes to journald's socket may send one of hundreds of megabytes.
 */
const longestLine = 1024 * 1024

/** A field is text, or bytes where it is no UTF-8, or a list of these where it was given more than once. */
type Value = string | null | number[] | Exclude<Value, null>[]
export type Fields = Readonly<Record<string, Value>>

/** Empty where there is no such field. */
export const textOf = (fields: Fields, name: string): string => toText(fields[name])

const toText = (value: Value | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value
  if (isBytes(value)) return Buffer.from(value).toString('utf8')
  return value.map(toText).join('\n')
}

const isBytes = (value: readonly unknown[]): value is number[] =>
  value.every((byte) => typeof byte === 'number')

/** Of each group all matches, of the groups one (journalctl(1), `+`). */
export const anyOf = (groups: readonly (readonly string[])[]): string[] =>
  groups.flatMap((group, index) => (index === 0 ? group : ['+', ...group]))
