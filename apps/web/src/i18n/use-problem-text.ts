import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { problemValues } from './problem-values.ts'
import { useFacts } from './use-facts.ts'
import { useFormats } from './use-formats.ts'

/** A problem in the reader's language. */
export interface ProblemText {
  /** What happened, and to what. */
  readonly what: string
  readonly todo: string
  /** For the terminal, where there is one that helps. */
  readonly command: string | null
}

export const useProblemText = (): ((problem: Problem) => ProblemText) => {
  const t = useTranslations('problems')
  const states = useTranslations('states')
  const steps = useTranslations('steps')
  const facts = useFacts()
  const formats = useFormats()
  return useCallback(
    (problem) => {
      const values = {
        ...problemValues(problem, facts),
        ...(problem.code === 'locked-out' ? { until: formats.exact(problem.until) } : {}),
        ...(problem.code === 'wrong-state' && states.has(problem.state as 'awake')
          ? { state: states(problem.state as 'awake') }
          : {}),
        ...(problem.code === 'step-failed' ? { step: steps(problem.step) } : {}),
      }
      // The message's parameters are the problem's own fields; a test renders each code in both languages.
      const say = (part: string): string => t(`${problem.code}.${part}` as 'internal.what', values as never)
      return {
        what: say('what'),
        todo: say('todo'),
        command: t.has(`${problem.code}.command` as 'internal.command') ? say('command') : null,
      }
    },
    [t, states, steps, facts, formats],
  )
}
