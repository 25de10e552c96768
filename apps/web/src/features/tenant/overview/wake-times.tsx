'use client'

import type { Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'
import { percentile } from '../timeline/percentile.ts'

/** How long its starts took, with how many were measured. */
export const WakeTimes = ({ wakes }: { wakes: readonly Wake[] }) => {
  const t = useTranslations('tenant.figures')
  const formats = useFormats()
  const times = wakes.map(({ startMilliseconds }) => startMilliseconds).filter((time) => time !== null)
  const amounts = [
    { label: t('p50'), text: formats.duration(percentile(times, 50) ?? null) },
    { label: t('p95'), text: formats.duration(percentile(times, 95) ?? null) },
    { label: t('measured'), text: formats.number(times.length) },
  ]
  return (
    <section aria-labelledby="wake-times" className="min-w-0">
      <h2 id="wake-times" className="font-semibold">
        {t('wakeTimes')}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 pt-1">
        {amounts.map(({ label, text }) => (
          <div key={label}>
            <dt className="text-xs text-ink-3">{label}</dt>
            <dd className="text-lg font-medium">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-prose pt-1 text-xs text-ink-3">{t('wakeTimesHint')}</p>
    </section>
  )
}
