'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMe } from '../../client/me.tsx'
import { Button } from '../../components/button.tsx'

/** A machine without tenants: one line and one button. */
export const FreshMachine = () => {
  const t = useTranslations('overview.fresh')
  const { role } = useMe()
  return (
    <div className="flex flex-col items-start gap-4 pt-6 pb-10" data-testid="fresh-machine">
      <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
      {role === 'viewer' ? (
        <p className="text-ink-2">{t('viewer')}</p>
      ) : (
        <Button variant="primary" asChild>
          <Link href="/tenants/new">{t('action')}</Link>
        </Button>
      )}
    </div>
  )
}
