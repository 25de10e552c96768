import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useHydrated } from '../client/use-hydrated.ts'
import { createFormats, type Formats } from './formats.ts'

/**
 * How the reader's language writes numbers, sizes and times. Times are UTC until the browser, which alone knows the
 * reader's zone, has taken over: React does not mend a text that both drew differently.
 */
export const useFormats = (): Formats => {
  const locale = useLocale()
  const notMeasured = useTranslations('common')('notMeasured')
  const timeZone = useHydrated() ? undefined : 'UTC'
  return useMemo(() => createFormats(locale, notMeasured, timeZone), [locale, notMeasured, timeZone])
}
