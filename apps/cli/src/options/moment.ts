import { parseTimeSpan } from '@pilot/contract'
import { Option } from 'commander'
import { invalid } from './invalid.ts'

/** A flag that takes a moment; gives it as ISO 8601 in UTC. */
export const momentOption = (flags: string, description: string): Option => {
  const option = new Option(flags, description)
  return option.argParser((text: string) => {
    const time = parseMoment(text, new Date())
    if (time === undefined) throw invalid(`--${option.name()}`, { code: 'not-since' })
    return time.toISOString()
  })
}

/** `today`, `yesterday`, a time span with `ago`, or a date with or without a time, local where it has no zone. */
const parseMoment = (text: string, now: Date): Date | undefined => {
  if (text === 'today') return midnight(now, 0)
  if (text === 'yesterday') return midnight(now, -1)
  const span = /^(.+) ago$/.exec(text)?.[1]
  if (span !== undefined) {
    const milliseconds = parseTimeSpan(span)
    return milliseconds === undefined ? undefined : validated(new Date(now.getTime() - milliseconds))
  }
  const parts =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text)
  if (parts === null) return undefined
  const [, day = '', time = '00:00', zone = ''] = parts
  return validated(new Date(`${day}T${time}${zone}`))
}

const midnight = (now: Date, days: number): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days)

const validated = (date: Date): Date | undefined => (Number.isNaN(date.getTime()) ? undefined : date)
