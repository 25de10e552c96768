/**
 * Reads a time span as systemd.time(7) writes it, such as `1min 30s` or `250ms`; a bare number counts as
 * seconds. Returns whole milliseconds, or undefined where the text is not a time span. (A parser of its own
 * because this package runs inside tenants' programs and imports nothing.)
 */
export const parseTimeSpan = (text: string): number | undefined => {
  const parts = [...text.matchAll(/\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*/gy)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return undefined
  const milliseconds = parts.map(([, amount, unit = '']) => Number(amount) * (factors[unit] ?? NaN))
  const sum = Math.round(milliseconds.reduce((total, part) => total + part, 0))
  return Number.isNaN(sum) ? undefined : sum
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

const factors: Record<string, number> = {
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
