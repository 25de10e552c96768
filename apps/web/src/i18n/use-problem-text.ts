import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { createProblemText, type ProblemText } from './problem-text.ts'
import { useFacts } from './use-facts.ts'
import { useFormats } from './use-formats.ts'

/** Says problems in the reader's language. */
export const useProblemText = (): ((problem: Problem) => ProblemText) => {
  const problems = useTranslations('problems')
  const steps = useTranslations('steps')
  const variants = useTranslations('compare.variants')
  const facts = useFacts()
  const { exact } = useFormats()
  return useMemo(
    () => createProblemText({ problems, steps, variants, facts, time: exact }),
    [problems, steps, variants, facts, exact],
  )
}
