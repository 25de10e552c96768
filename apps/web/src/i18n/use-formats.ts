import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useHydrated } from './use-hydrated.ts'
import { createFormats, type Formats } from './formats.ts'

/**
 * How the reader's language and country write numbers, sizes and times. Times are UTC, and the country is none, until
 * the browser, which alone knows the reader's, has taken over: React does not mend a text that both drew differently.
 */
export const useFormats = (): Formats => {
  const language = useLocale()
  const notMeasured = useTranslations('common')('notMeasured')
  const hydrated = useHydrated()
  return useMemo(
    () =>
      hydrated ? createFormats(ownForm(language), notMeasured) : createFormats(language, notMeasured, 'UTC'),
    [language, notMeasured, hydrated],
  )
}

/** Such as `en-GB` for `en`, where the browser asks for that. */
const ownForm = (language: string): string =>
  navigator.languages.find((form) => form.split('-')[0] === language) ?? language
