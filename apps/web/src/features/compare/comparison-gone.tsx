'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** In place of one that does not exist, or was removed meanwhile. */
export const ComparisonGone = () => {
  const t = useTranslations('compare')
  return (
    <EmptyState
      title={<h1>{t('gone.title')}</h1>}
      action={
        <Button asChild>
          <Link href="/compare">{t('gone.action')}</Link>
        </Button>
      }
    >
      {t('gone.about')}
    </EmptyState>
  )
}
