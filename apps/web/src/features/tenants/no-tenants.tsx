'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'

interface NoTenantsProps {
  readonly isEmptyMachine: boolean
  readonly mayAct: boolean
  readonly onClear: () => void
}

/** No rows: because none were found, or because there are none yet. */
export const NoTenants = ({ isEmptyMachine, mayAct, onClear }: NoTenantsProps) => {
  const t = useTranslations('tenants')
  if (!isEmptyMachine)
    return <EmptyState title={t('noMatch')} action={<Button onClick={onClear}>{t('clear')}</Button>} />
  return (
    <EmptyState
      title={t('empty')}
      action={
        mayAct ? (
          <Button asChild>
            <Link href="/tenants/new">{t('createFirst')}</Link>
          </Button>
        ) : undefined
      }
    />
  )
}
