'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

/** In place of a tenant that never was, or was deleted while somebody looked at it. */
export const TenantGone = ({ name }: { name: string }) => {
  const t = useTranslations('tenant.gone')
  return (
    <EmptyState
      title={t.rich('title', { name, code: (chunks) => <span className="font-mono">{chunks}</span> })}
      action={
        <Button asChild>
          <Link href="/tenants">{t('toList')}</Link>
        </Button>
      }
    >
      {t('text')}
    </EmptyState>
  )
}
