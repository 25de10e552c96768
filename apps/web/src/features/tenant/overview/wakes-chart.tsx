'use client'

import type { Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'
import { wakesPerHour } from '../timeline/wakes-per-hour.ts'
import { useNow } from '../use-now.ts'
import { DataTable } from './data-table.tsx'

/** How often it woke in each of the last 24 hours. */
export const WakesChart = ({ wakes, readAt }: { wakes: readonly Wake[]; readAt: number }) => {
  const t = useTranslations('tenant.figures')
  const formats = useFormats()
  const hours = wakesPerHour(wakes, useNow(60_000, readAt), 24)
  const most = Math.max(...hours.map((hour) => hour.wakes))
  const clock = (time: number): string => formats.clock(time).replace(/:00(?=\D*$)/, '')
  return (
    <section aria-labelledby="wakes" className="min-w-0">
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <h2 id="wakes" className="font-semibold">
          {t('wakes')}
        </h2>
        <span className="text-xs text-ink-3">
          {most === 0 ? t('noWakes') : t('mostInAnHour', { count: most })}
        </span>
      </div>
      <svg role="img" aria-label={t('wakesChart')} className="block h-16 w-full border-b">
        {hours.map(({ from, wakes }, index) => (
          <rect
            key={from}
            x={`${(index / 24) * 100 + 0.4}%`}
            width={`${100 / 24 - 0.8}%`}
            y={`${100 - (wakes / Math.max(1, most)) * 100}%`}
            height={`${(wakes / Math.max(1, most)) * 100}%`}
            className="fill-awake"
          >
            <title>{`${clock(from)}: ${formats.number(wakes)}`}</title>
          </rect>
        ))}
      </svg>
      <DataTable
        label={t('asTable')}
        columns={[t('hour'), t('wakes')]}
        rows={hours.toReversed().map(({ from, wakes }) => [clock(from), formats.number(wakes)])}
      />
    </section>
  )
}
