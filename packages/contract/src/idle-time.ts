import { z } from 'zod'
import type { InputFault } from './facts/input-fault.ts'
import { addFault } from './faulty.ts'
import { parseTimeSpan } from './time-span.ts'

/** The idle time when none is given, as it is typed. */
export const defaultIdleTime = '5min'

const shortest = 100
const longest = 7 * 24 * 3600 * 1000

/**
 * How long a tenant stays awake with no open connection, as a systemd time span (systemd.time(7)) such as
 * `10s`, `1min` or `1h 30min`. 100 ms to 7 days; parsed to whole milliseconds.
 */
export const IdleTime = z
  .string()
  .transform((text, context) => {
    const milliseconds = parseTimeSpan(text)
    const fault = findIdleFault(text, milliseconds)
    if (fault === undefined && milliseconds !== undefined) return milliseconds
    addFault(context, fault ?? { code: 'not-time-span', text })
    return z.NEVER
  })
  .brand('IdleMilliseconds')

/** An idle time already parsed: milliseconds, 100 to 604,800,000. */
export const IdleMilliseconds = z.int().min(shortest).max(longest).brand('IdleMilliseconds')
export type IdleMilliseconds = z.infer<typeof IdleMilliseconds>

/** The same when none is given. */
export const defaultIdle: IdleMilliseconds = IdleMilliseconds.parse(5 * 60_000)

const findIdleFault = (text: string, milliseconds: number | undefined): InputFault | undefined => {
  if (milliseconds === undefined) return { code: 'not-time-span', text }
  if (milliseconds < shortest) return { code: 'time-span-short', text, least: shortest }
  if (milliseconds > longest) return { code: 'time-span-long', text, most: longest }
  return undefined
}
