import { createSpeaker, type Speaker } from '@pilot/contract'
import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { facts } from '../../messages/facts.ts'
import { useFormats } from './use-formats.ts'

/** Says facts in the reader's language, by what they are about: `facts.inputFault(fault)`. */
export const useFacts = (): Speaker => {
  const locale = useLocale()
  const { exact, moment, duration, bytes } = useFormats()
  return useMemo(
    () => createSpeaker(facts[locale], { time: exact, minute: moment, duration, bytes }),
    [locale, exact, moment, duration, bytes],
  )
}
