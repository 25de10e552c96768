'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '../../i18n/use-formats.ts'
import { useNow } from '../../client/use-now.ts'
import { rangeHours, type Range } from './range.ts'

/** What charts over time share: the window that they show, how its axis is written, and where the points are from. */
export const useTimeWords = (range: Range, resolution: number, readAt: number) => {
  const t = useTranslations('charts')
  const formats = useFormats()
  const to = useNow(resolution * 1000, readAt)
  const from = to - rangeHours[range] * 3_600_000
  return {
    window: { from, to },
    formatTime: rangeHours[range] > 36 ? formats.day : formats.hour,
    every: t('every', { duration: formats.duration(resolution * 1000) }),
  }
}
