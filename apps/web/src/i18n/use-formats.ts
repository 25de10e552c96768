import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { createFormats, type Formats } from './formats.ts'

/** How the reader's language writes numbers, sizes and times. For client and server components alike. */
export const useFormats = (): Formats => {
  const locale = useLocale()
  const notMeasured = useTranslations('common')('notMeasured')
  return useMemo(() => createFormats(locale, notMeasured), [locale, notMeasured])
}
