import { formatTimeSpan, IdleTime, parseTimeSpan } from '@pilot/contract'
import { Option } from 'commander'
import type { Amount } from './limits.ts'
import { invalid, parsed } from './value.ts'

export const idleOption = (): Option =>
  new Option(
    '--idle <span>',
    'sleep after this time without an open connection, like 10s, 1min or 1h (default: 5min)',
  ).argParser(parsed('idle', IdleTime))

/** Gives milliseconds. */
export const runtimeMaxOption = (): Option =>
  new Option('--runtime-max <span>', 'end even a busy program after this time; infinity for never').argParser(
    parseRuntimeMax,
  )

const parseRuntimeMax = (text: string): Amount => {
  if (text === 'infinity') return text
  const milliseconds = parseTimeSpan(text)
  if (milliseconds === undefined)
    throw invalid('runtime-max', `"${text}" is not a time span; write for example 1h`)
  if (milliseconds < 1000)
    throw invalid('runtime-max', `${text} is too short; at least ${formatTimeSpan(1000)}`)
  return milliseconds
}
