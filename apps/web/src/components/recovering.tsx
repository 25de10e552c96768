'use client'

import type { Problem } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { Button } from './button.tsx'
import { ProblemPanel } from './problem-panel.tsx'

/** In place of a page whose data could not be read: says why, and reads again every two seconds. */
export const Recovering = ({ problem }: { problem: Problem }) => {
  const t = useTranslations()
  const router = useRouter()
  const [trying, startTrying] = useTransition()
  const passing = problem.code === 'service-down' || problem.code === 'overloaded'
  useEffect(() => {
    if (!passing || trying) return
    const timer = setTimeout(() => startTrying(() => router.refresh()), 2000)
    return () => clearTimeout(timer)
  }, [passing, trying, router])
  return (
    <div className="max-w-xl py-6">
      <ProblemPanel
        problem={problem}
        title={t('shell.unreachable')}
        action={
          <div className="flex flex-wrap items-center gap-3">
            <Button size="small" onClick={() => startTrying(() => router.refresh())}>
              {t('common.retry')}
            </Button>
            {passing ? <span className="text-ink-2">{t('shell.retries')}</span> : null}
          </div>
        }
      />
    </div>
  )
}
