/** One thing that was measured. */
export interface Figure {
  /** Stays the same from run to run, such as `cold-start.tenant`. */
  readonly id: string
  /** For people. */
  readonly title: string
  readonly unit: 'ms' | 's' | 'KiB' | 'requests' | 'requests/s' | 'processes' | '%' | Count
  /** Of `values`, or the only one. */
  readonly median: number
  readonly n: number
  /** Each single measurement, where there are several. */
  readonly values?: readonly number[]
  /** What was counted, by name. */
  readonly details?: Readonly<Record<string, string>>
  /** What the figure does not say by itself. */
  readonly note?: string
}

type Count = 'decisions' | 'commands' | 'files' | 'probes' | 'namespaces'

/** Where and when a run was. */
export interface Machine {
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly kernel: string
  /** Of the throw-away host. */
  readonly versions: Readonly<Record<string, string>>
  readonly controllers: readonly string[]
  readonly load: number
}

export interface Report {
  readonly date: string
  /** Small numbers, which show that everything is measured, not how much it is. */
  readonly quick: boolean
  readonly machine: Machine
  readonly groups: readonly GroupReport[]
}

export interface GroupReport {
  readonly name: string
  readonly title: string
  readonly seconds: number
  readonly figures: readonly Figure[]
}

/** A figure of several measurements. */
export const figureOf = (
  figure: Omit<Figure, 'median' | 'n' | 'values'>,
  values: readonly number[],
): Figure => ({ ...figure, median: median(values), n: values.length, values })

/** A figure that is one count or one difference; `n` says of how many things. */
export const single = (figure: Omit<Figure, 'median' | 'n'>, value: number, n = 1): Figure => ({
  ...figure,
  median: value,
  n,
})

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  const lower = sorted[Math.ceil(middle) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('There is no median of nothing.')
  return (upper + lower) / 2
}
