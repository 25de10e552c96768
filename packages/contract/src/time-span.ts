/**
 * Parses a systemd time span (systemd.time(7), "Parsing Time Spans"): numbers with units, added up; a bare
 * number counts as seconds. Returns whole milliseconds, or undefined where the text is not a time span.
 */
export const parseTimeSpan = (text: string): number | undefined => {
  if (text.length > 64) return undefined
  // Sticky, one token after the other: one pattern for the whole text would try every way to split its digits.
  const token = / *(\d+(?:\.\d+)?) *([a-z]*) */y
  let milliseconds = 0
  do {
    const [, amount, unit = ''] = token.exec(text) ?? []
    const factor = Object.hasOwn(millisecondsPerUnit, unit) ? millisecondsPerUnit[unit] : undefined
    if (amount === undefined || factor === undefined) return undefined
    milliseconds += Number(amount) * factor
  } while (token.lastIndex < text.length)
  return Math.round(milliseconds)
}

/** Writes milliseconds as systemd would: the largest units first, such as `1h 30min` or `250ms`. */
export const formatTimeSpan = (milliseconds: number): string => {
  if (milliseconds === 0) return '0'
  const parts: string[] = []
  let rest = milliseconds
  for (const [unit, factor] of outputUnits) {
    const amount = Math.floor(rest / factor)
    if (amount > 0) parts.push(`${amount}${unit}`)
    rest -= amount * factor
  }
  return parts.join(' ')
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const outputUnits = [
  ['d', day],
  ['h', hour],
  ['min', minute],
  ['s', second],
  ['ms', 1],
] as const

const millisecondsPerUnit: Record<string, number> = {
  '': second,
  ms: 1,
  msec: 1,
  s: second,
  sec: second,
  second: second,
  seconds: second,
  m: minute,
  min: minute,
  minute: minute,
  minutes: minute,
  h: hour,
  hr: hour,
  hour: hour,
  hours: hour,
  d: day,
  day: day,
  days: day,
  w: 7 * day,
  week: 7 * day,
  weeks: 7 * day,
}
