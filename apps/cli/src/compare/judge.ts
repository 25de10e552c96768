import type { ComparedVariantResult, Comparison, Problem } from '@pilot/contract'

/** The problem that a comparison ended with; undefined where all that could be measured was. */
export const judge = ({ state, problem, results }: Comparison): Problem | undefined => {
  if (problem !== null) return problem
  if (state === 'cancelled') return { code: 'comparison-failed', detail: { code: 'cancelled' } }
  if (state !== 'done')
    return { code: 'comparison-failed', detail: { code: 'interrupted', unit: 'pilot-compare.service' } }
  const failed = results.filter((result) => result.state === 'failed')
  const [first] = failed
  if (first === undefined) return undefined
  const done = results.length - failed.length
  return {
    code: 'partly-done',
    done,
    failed: failed.length,
    first: failureOf(first),
  }
}

const failureOf = ({ variant, reason }: ComparedVariantResult): Problem =>
  reason?.code === 'problem' ? reason.problem : { code: 'variant-failed', variant, reason }
