import { clauseOf, isFixed, type Difference, type Problem, type Speaker } from '@pilot/contract'

/**
 * What the messages of `problems` may name: the problem's own fields, as far as they are text or numbers, and what its
 * facts say.
 */
export const problemValues = (problem: Problem, facts: Speaker): Record<string, string | number> => {
  const own = Object.entries(problem).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  )
  return {
    ...Object.fromEntries(own),
    ...(problem.code === 'tenant-not-found' ? { deleted: String(problem.deleted === true) } : {}),
    ...(problem.code === 'tenant-exists' ? differenceOf(problem.difference, facts) : {}),
    ...(problem.code === 'comparison-failed'
      ? { detail: facts.comparisonFault(problem.detail), left: String(problem.detail.code === 'not-removed') }
      : {}),
    ...(problem.code === 'variant-failed'
      ? { reason: problem.reason === null ? '' : facts.variantReason(problem.reason) }
      : {}),
    ...(problem.code === 'invalid-input' ? { reason: facts.inputFault(problem.fault) } : {}),
    ...(problem.code === 'not-found' ? { what: facts.thing(problem.what) } : {}),
    ...(problem.code === 'not-permitted'
      ? { action: facts.action(problem.action), need: facts.need(problem.need) }
      : {}),
    ...(problem.code === 'step-failed' ? { detail: reasonOf(problem, facts) } : {}),
    ...(problem.code === 'service-down'
      ? // The choices of a `select` cannot hold a hyphen (ICU MessageFormat).
        { service: problem.service.replaceAll('-', '_'), reason: problem.reason ?? 'none' }
      : {}),
  }
}

const differenceOf = (difference: Difference | null, facts: Speaker) => ({
  differs: String(difference !== null),
  fixed: String(difference !== null && isFixed(difference.code)),
  difference: difference === null ? '' : facts.difference(difference),
})

const reasonOf = (
  { detail, reasons = [] }: Extract<Problem, { code: 'step-failed' }>,
  facts: Speaker,
): string => (reasons.length === 0 ? clauseOf(detail) : reasons.map(facts.stepDetail).join('; '))
