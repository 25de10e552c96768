import type { Finding } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { FoundSentence } from './find-sentence.ts'
import { findFindingText } from './finding-text.ts'

/** A finding in the reader's language; sentences that the interface does not know stay as the agent told them. */
export const useFindingText = (): ((finding: Finding) => Pick<Finding, 'title' | 'detail' | 'remedy'>) => {
  const t = useTranslations('host.findings')
  return useCallback(
    (finding) => {
      const found = findFindingText(finding)
      // The keys are those of the English messages, and a test finds each in every language.
      const say = (sentence: FoundSentence | undefined, told: string): string =>
        sentence === undefined ? told : t(sentence.key as never, sentence.values as never)
      return {
        title: say(found.title, finding.title),
        detail: say(found.detail, finding.detail),
        remedy: say(found.remedy, finding.remedy),
      }
    },
    [t],
  )
}
