import type { Comparison, Problem } from '@pilot/contract'

/** The problem that a comparison ended with; undefined where all that could be measured was. */
export const judge = ({ state, problem, results }: Comparison): Problem | undefined => {
  if (problem !== null) return problem
  if (state === 'cancelled') return { code: 'comparison-failed', detail: 'somebody has cancelled it' }
  if (state !== 'done')
    return { code: 'comparison-failed', detail: '"journalctl -u pilot-compare.service" tells why it ended' }
  const failed = results.filter((result) => result.state === 'failed')
  const [first] = failed
  if (first === undefined) return undefined
  const done = results.length - failed.length
  return {
    code: 'partly-done',
    done,
    failed: failed.length,
    first: { code: 'variant-failed', variant: first.variant, reason: first.reason ?? '' },
  }
}
