'use client'

import { useTranslations } from 'next-intl'
import { useMe } from '../../client/me.tsx'

export const SelfWarning = ({ name }: { name: string }) => {
  const t = useTranslations('operators')
  return name === useMe().operator ? <p className="font-medium text-alarm-ink">{t('self')}</p> : null
}
