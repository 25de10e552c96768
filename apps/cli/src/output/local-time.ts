/** A moment in local time in the order of ISO 8601, such as `2026-01-31 12:00:05`. */
export const formatLocalTime = (moment: Date | string): string => {
  const date = new Date(moment)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':')
  return `${day} ${time}`
}

/** How sentences write their times here: as everything else does. */
export const inLocalTime = { time: formatLocalTime, minute: formatLocalTime } as const

const twoDigits = (amount: number): string => String(amount).padStart(2, '0')
