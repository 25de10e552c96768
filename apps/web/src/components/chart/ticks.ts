/** Where the lines of an axis are: 0, then even steps, about as many as wanted, up to and with `most`. */
export const linearTicks = (most: number, { wanted = 4, base = 1000 } = {}): number[] => {
  if (!(most > 0)) return [0]
  const step = stepFor(most / wanted, base)
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, index) => index * step)
}

/** The next larger one that reads well: 1, 2 or 5 times ten, or for sizes a power of two, so that 512 MiB leads to 1 GiB. */
const stepFor = (rough: number, base: number): number => {
  if (base === 1024) return 2 ** Math.ceil(Math.log2(rough))
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  return ([1, 2, 5].find((factor) => factor * magnitude >= rough * 0.999) ?? 10) * magnitude
}

/** Decades that enclose all of `values` above 0: 1, 10, 100 of each unit, so 100 KiB is followed by 1 MiB for `base` 1024. */
export const logTicks = (values: readonly number[], { base = 1000 } = {}): number[] => {
  const known = values.filter((value) => value > 0)
  if (known.length === 0) return [1, 10]
  const decades = decadesOf(base)
  const first = decades.findLastIndex((decade) => decade <= Math.min(...known))
  const last = decades.findIndex((decade) => decade >= Math.max(...known))
  const from = Math.max(0, first)
  return decades.slice(from, Math.max(last, from + 1) + 1)
}

/** True where the largest is at least a hundred times the smallest: then one scale cannot show both. */
export const needsLog = (values: readonly number[]): boolean => {
  const known = values.filter((value) => value > 0)
  return known.length > 1 && Math.max(...known) / Math.min(...known) >= 100
}

/** Those of the ticks that are so many pixels apart. */
export const thin = (ticks: readonly number[], at: (tick: number) => number, apart: number): number[] => {
  const shown: number[] = []
  for (const tick of ticks) {
    const last = shown.at(-1)
    if (last === undefined || at(tick) - at(last) >= apart) shown.push(tick)
  }
  return shown
}

const decadesOf = (base: number): number[] =>
  [-1, 0, 1, 2, 3, 4, 5].flatMap((power) => [1, 10, 100].map((digit) => digit * base ** power))
