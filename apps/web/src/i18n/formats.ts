/** Numbers, sizes and times as the reader's language writes them. */
export interface Formats {
  /** IEC sizes (KiB, MiB, GiB) with three figures; `null` is "not measured", and 0 is 0. */
  readonly bytes: (value: number | null) => string
  /** Milliseconds below a second, then seconds, minutes, hours and days. */
  readonly duration: (milliseconds: number | null) => string
  readonly number: (value: number | null) => string
  /** Such as "3 minutes ago". */
  readonly relative: (time: string | number | Date, now?: number) => string
  /** Date and time to the second, in the time zone of whoever runs this. */
  readonly exact: (time: string | number | Date) => string
  /** Hours, minutes and seconds. */
  readonly clock: (time: string | number | Date) => string
  /** Hours and minutes, with the day where that is not today. */
  readonly moment: (time: string | number | Date, now?: number) => string
  /** Hours and minutes alone. */
  readonly hour: (time: string | number | Date) => string
  /** Day and month alone. */
  readonly day: (time: string | number | Date) => string
  /** Of a share such as 0.25. */
  readonly percent: (share: number | null) => string
}

/** Times are those of `timeZone` (an IANA name), else of whoever runs this. */
export const createFormats = (locale: string, notMeasured: string, timeZone?: string): Formats => {
  const zone = timeZone === undefined ? {} : { timeZone }
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', ...zone })
  const hourAndMinute = new Intl.DateTimeFormat(locale, { timeStyle: 'short', ...zone })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone })
  const dayAndMinute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', ...zone })
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', ...zone })
  const dayOfMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const whole = new Intl.NumberFormat(locale)
  const known = (value: number | null, write: (value: number) => string): string =>
    value === null ? notMeasured : write(value)
  return {
    bytes: (value) => known(value, (bytes) => writeBytes(locale, bytes)),
    duration: (value) => known(value, (milliseconds) => writeDuration(locale, milliseconds)),
    number: (value) => known(value, (number) => whole.format(number)),
    relative: (time, now = Date.now()) => {
      const [amount, unit] = inLargestUnit(new Date(time).getTime() - now)
      return relative.format(amount, unit)
    },
    exact: (time) => exact.format(new Date(time)),
    clock: (time) => clock.format(new Date(time)),
    hour: (time) => hourAndMinute.format(new Date(time)),
    day: (time) => dayOfMonth.format(new Date(time)),
    percent: (value) => known(value, (share) => writePercent(locale, share)),
    moment: (time, now = Date.now()) =>
      (date.format(new Date(time)) === date.format(now) ? hourAndMinute : dayAndMinute).format(
        new Date(time),
      ),
  }
}

const sizeUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

const writeBytes = (locale: string, bytes: number): string => {
  const exponent = bytes < 1 ? 0 : Math.min(sizeUnits.length - 1, Math.floor(Math.log2(bytes) / 10))
  const amount = bytes / 1024 ** exponent
  const digits = exponent === 0 || amount >= 100 ? 0 : amount >= 10 ? 1 : 2
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(amount)
  return `${text}\u00a0${sizeUnits[exponent] ?? ''}`
}

const writeDuration = (locale: string, milliseconds: number): string => {
  const write = (amount: number, unit: string, digits: number): string =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: unit === 'day' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(amount)
  if (milliseconds < 1000) return write(milliseconds, 'millisecond', milliseconds < 10 ? 1 : 0)
  if (milliseconds < minute) return write(milliseconds / 1000, 'second', milliseconds < 10_000 ? 2 : 1)
  if (milliseconds < hour) return write(milliseconds / minute, 'minute', 0)
  if (milliseconds < 2 * day) return write(milliseconds / hour, 'hour', 1)
  return write(milliseconds / day, 'day', 0)
}

const writePercent = (locale: string, share: number): string => {
  const size = Math.abs(share)
  const digits = size === 0 || size >= 0.1 ? 0 : size >= 0.01 ? 1 : 2
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share)
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const inLargestUnit = (milliseconds: number): [number, Intl.RelativeTimeFormatUnit] => {
  const distance = Math.abs(milliseconds)
  if (distance < minute) return [Math.round(milliseconds / 1000), 'second']
  if (distance < hour) return [Math.round(milliseconds / minute), 'minute']
  if (distance < day) return [Math.round(milliseconds / hour), 'hour']
  return [Math.round(milliseconds / day), 'day']
}
