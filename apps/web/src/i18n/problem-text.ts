import { visible, type Forms, type Problem, type Speaker } from '@pilot/contract'
import type { useTranslations } from 'next-intl'
import { problemValues } from './problem-values.ts'

/** A problem in the reader's language. */
export interface ProblemText {
  /** What happened, and to what. */
  readonly what: string
  readonly todo: string
  /** For the terminal, where there is one that helps. */
  readonly command: string | null
}

interface Words {
  readonly problems: ReturnType<typeof useTranslations<'problems'>>
  readonly steps: ReturnType<typeof useTranslations<'steps'>>
  readonly variants: ReturnType<typeof useTranslations<'compare.variants'>>
  readonly facts: Speaker
  readonly time: Forms['time']
}

export const createProblemText = ({ problems, steps, variants, facts, time }: Words) => {
  const textOf = (problem: Problem): ProblemText => {
    const values = {
      ...problemValues(problem, facts),
      ...(problem.code === 'locked-out' ? { until: time(problem.until) } : {}),
      ...(problem.code === 'step-failed' ? { step: steps(problem.step) } : {}),
      ...(problem.code === 'variant-failed' ? { variant: variants(problem.variant) } : {}),
      ...(problem.code === 'partly-done' ? { first: textOf(problem.first).what } : {}),
    }
    // What a message names is in the values of its problem; a test renders each code in both languages.
    const say = (part: string): string =>
      visible(problems(`${problem.code}.${part}` as 'internal.what', values as never), '\n')
    return {
      what: say('what'),
      todo: say('todo'),
      command: problems.has(`${problem.code}.command` as 'internal.command') ? say('command') : null,
    }
  }
  return textOf
}
