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
  /** The lower and the upper one, of `values`. */
  readonly quartiles?: Quartiles
  /** Each single measurement, where there are several. */
  readonly values?: readonly number[]
  /** What was counted, by name. */
  readonly details?: Readonly<Record<string, string>>
  /** What the figure does not say by itself. */
  readonly note?: string
}

export type Quartiles = readonly [lower: number, upper: number]

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
  /** Where it failed: why. Then there are no figures. */
  readonly error?: string
}

/** Those that failed. */
export const failuresOf = ({ groups }: Report): readonly GroupReport[] =>
  groups.filter(({ error }) => error !== undefined)

/** A figure of several measurements. */
export const figureOf = (
  figure: Omit<Figure, 'median' | 'n' | 'quartiles' | 'values'>,
  values: readonly number[],
): Figure => ({
  ...figure,
  median: median(values),
  n: values.length,
  quartiles: [quantile(values, 0.25), quantile(values, 0.75)],
  values,
})

/** A figure that is one count or one difference; `n` says of how many things. */
export const single = (figure: Omit<Figure, 'median' | 'n' | 'quartiles'>, value: number, n = 1): Figure => ({
  ...figure,
  median: value,
  n,
})

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Between two measurements where it falls between them, in proportion. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const lower = sorted[Math.floor(place)]
  const upper = sorted[Math.ceil(place)]
  if (lower === undefined || upper === undefined) throw new RangeError('There is no median of nothing.')
  return lower + (upper - lower) * (place % 1)
}
