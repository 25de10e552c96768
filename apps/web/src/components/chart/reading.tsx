'use client'

import { useTranslations } from 'next-intl'

/** In place of a plot whose numbers are still being read; seen only where that takes a while. */
export const Reading = () => {
  const t = useTranslations('charts')
  return (
    <span data-reading className="animate-appear">
      {t('reading')}
    </span>
  )
}
