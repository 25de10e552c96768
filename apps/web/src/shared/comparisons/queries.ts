import type { Comparison, ComparisonSummary } from '@pilot/contract'
import { containers, type Container } from './variants.ts'

export const comparisonAddress = (id: string): string => `/compare/${encodeURIComponent(id)}`

/** The newest that was carried out to its end. */
export const lastDone = (comparisons: readonly ComparisonSummary[]): ComparisonSummary | undefined =>
  comparisons.find(({ state, perTenant }) => state === 'done' && Object.keys(perTenant).length > 0)

export const findRunning = (comparisons: readonly ComparisonSummary[]): ComparisonSummary | undefined =>
  comparisons.find(({ state }) => state === 'running')

/** The container that takes least of those that were measured, so that nothing is won by the choice. */
export const cheapestContainer = ({
  perTenant,
}: Pick<ComparisonSummary, 'perTenant'>): { variant: Container; each: number } | undefined =>
  containers
    .flatMap((variant) => {
      const each = perTenant[variant]
      return each === undefined ? [] : [{ variant, each }]
    })
    .sort((a, b) => a.each - b.each)[0]

/** What was free before its first variant was made; undefined before that. */
export const freeBefore = ({ results }: Comparison): number | undefined =>
  results.find(({ memory }) => memory !== null)?.memory?.availableBefore
