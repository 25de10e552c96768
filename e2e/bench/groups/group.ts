import type { Figure } from '../report.ts'
import type { Bench } from '../support/bench.ts'

/** What is measured together, side by side. */
export interface Group {
  readonly name: string
  readonly title: string
  readonly measure: (bench: Bench) => Promise<Figure[]>
}
