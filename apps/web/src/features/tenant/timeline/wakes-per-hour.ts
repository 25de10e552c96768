import type { Wake } from '@pilot/contract'

export interface HourOfWakes {
  /** The full hour at which it begins, milliseconds since 1970. */
  readonly from: number
  readonly wakes: number
}

const hour = 3_600_000

/** So many hours up to and with the one that holds `now`, oldest first, also those without a wake. */
export const wakesPerHour = (wakes: readonly Wake[], now: number, hours: number): HourOfWakes[] => {
  const last = Math.floor(now / hour)
  const counts = new Map<number, number>()
  for (const { at } of wakes) {
    const number = Math.floor(Date.parse(at) / hour)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  return Array.from({ length: hours }, (_, index) => {
    const number = last - hours + 1 + index
    return { from: number * hour, wakes: counts.get(number) ?? 0 }
  })
}
