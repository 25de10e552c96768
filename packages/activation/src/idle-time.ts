import { parseTimeSpan } from './time-span.ts'

/**
 * The idle time in PILOT_IDLE, a systemd time span, as milliseconds. Undefined, which means "stay awake",
 * where it is not set or not readable; the second is told on stderr.
 */
export const idleTime = (environment: NodeJS.ProcessEnv = process.env): number | undefined => {
  const text = environment['PILOT_IDLE']
  if (text === undefined || text === '') return undefined
  const idle = parseTimeSpan(text)
  if (idle === undefined)
    console.error(`PILOT_IDLE="${text}" is not a time span like 30s; this program stays awake.`)
  return idle
}
