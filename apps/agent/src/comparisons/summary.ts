import type { Comparison, ComparisonSummary } from '@pilot/contract'

/** Without the values: what a list of many needs. */
export const summaryOf = (comparison: Comparison): ComparisonSummary => {
  const { id, startedAt, finishedAt, state, problem, count, starts, variants, actor, results } = comparison
  const perTenant = Object.fromEntries(
    results.flatMap((result) =>
      result.state === 'measured' && result.memory !== null
        ? [[result.variant, result.memory.perTenant]]
        : [],
    ),
  )
  return { id, startedAt, finishedAt, state, problem, count, starts, variants, actor, perTenant }
}
