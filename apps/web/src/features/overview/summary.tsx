'use client'

import type { Overview } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../i18n/use-formats.ts'

/** The one sentence: how many tenants there are, and what those cost that sleep and those that do not. */
export const Summary = ({ overview }: { overview: Overview }) => {
  const { counts, total, memory, ownManagers: managers } = overview
  const t = useTranslations('overview')
  const formats = useFormats()
  const { processes, pss } = memory.tenants
  const awake = counts.awake + counts.waking
  const strong = (chunks: React.ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>
  const warm = (chunks: React.ReactNode) => <strong className="font-semibold text-awake-ink">{chunks}</strong>
  return (
    <h1 className="max-w-3xl text-xl leading-snug font-normal text-balance text-ink-2" data-testid="summary">
      {t.rich('summary.tenants', { count: total, strong })}{' '}
      {t.rich(managers === 0 ? 'summary.awake' : 'summary.awakeInManagers', {
        count: awake,
        processes,
        memory: pss === null ? 'none' : 'known',
        size: formats.bytes(pss),
        warm,
      })}{' '}
      {counts.asleep === 0
        ? null
        : managers === 0
          ? t.rich('summary.asleep', { count: counts.asleep, strong })
          : t.rich('summary.asleepInManagers', { count: counts.asleep, managers, strong })}
    </h1>
  )
}
