import type { ComparedVariant, ComparedVariantResult, ComparisonEvent } from '@pilot/contract'

export type ComparisonProgress = Extract<ComparisonEvent, { event: 'progress' }>

/** A comparison as far as it has told. */
export interface ComparisonRun {
  /** What it is doing; null before it said so and after it ended. */
  readonly progress: ComparisonProgress | null
  readonly results: ReadonlyMap<ComparedVariant, ComparedVariantResult>
  readonly ended: boolean
}

/** `results` are those that were there already when the listening began. */
export const beginRun = (results: readonly ComparedVariantResult[]): ComparisonRun => ({
  progress: null,
  results: new Map(results.map((result) => [result.variant, result])),
  ended: false,
})

export const applyComparisonEvent = (run: ComparisonRun, event: ComparisonEvent): ComparisonRun => {
  switch (event.event) {
    case 'progress':
      return { ...run, progress: event }
    case 'measured':
      return { ...run, results: new Map(run.results).set(event.result.variant, event.result) }
    case 'finished':
      return { ...run, progress: null, ended: true }
  }
}
