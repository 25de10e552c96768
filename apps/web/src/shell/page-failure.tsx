'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'

interface PageFailureProps {
  /** `digest` is what the server's journal has the full story under. */
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/** In place of a page that threw what nobody foresaw; what that said in its own words is in the browser's console. */
export const PageFailure = ({ error, reset }: PageFailureProps) => {
  const t = useTranslations()
  const router = useRouter()
  const again = (): void =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <EmptyState
      title={<h1>{t('shell.failedTitle')}</h1>}
      action={<Button onClick={again}>{t('common.retry')}</Button>}
    >
      {t('shell.failed', { reference: error.digest ?? t('shell.noReference') })}
    </EmptyState>
  )
}
