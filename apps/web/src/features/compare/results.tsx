'use client'

import type { Comparison } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useReasons } from '../../i18n/use-reasons.ts'
import { GrowthChart } from './growth-chart.tsx'
import { IdleChart } from './idle-chart.tsx'
import { PartsChart } from './parts-chart.tsx'
import { TimesChart } from './times-chart.tsx'

interface ResultsProps {
  readonly comparison: Comparison
  readonly pilotAtWork: number | null
}

/** What a comparison found, as charts. */
export const Results = ({ comparison, pilotAtWork }: ResultsProps) => {
  const t = useTranslations('compare')
  const measured = comparison.results.some(({ memory }) => memory !== null)
  return (
    <>
      <section aria-labelledby="memory" className="border-t py-6">
        <h2 id="memory" className="pb-4 text-lg font-semibold">
          {t('memoryTitle')}
        </h2>
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <IdleChart comparison={comparison} />
          {measured ? <PartsChart comparison={comparison} /> : null}
        </div>
        {measured ? (
          <div className="grid gap-x-12 gap-y-4 pt-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <GrowthChart comparison={comparison} pilotAtWork={pilotAtWork} />
          </div>
        ) : null}
        <Reasons results={comparison.results} />
      </section>
      <section aria-labelledby="time" className="border-t py-6">
        <h2 id="time" className="pb-4 text-lg font-semibold">
          {t('timeTitle')}
        </h2>
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <TimesChart comparison={comparison} figure="firstByte" />
          <TimesChart comparison={comparison} figure="create" />
        </div>
      </section>
    </>
  )
}

/** Why a variant is missing, or is fewer than asked for. */
const Reasons = ({ results }: Pick<Comparison, 'results'>) => {
  const t = useTranslations('compare')
  const reasons = useReasons()
  const told = results.filter(({ reason }) => reason !== null)
  return told.length === 0 ? null : (
    <dl className="pt-8 text-sm" data-reasons>
      {told.map(({ variant, state, reason }) => (
        <div key={variant} className="flex flex-wrap gap-x-2">
          <dt className={state === 'failed' ? 'font-medium text-alarm-ink' : 'font-medium'}>
            {t(`variants.${variant}`)}, {t(`states.${state}`)}:
          </dt>
          <dd lang={reason?.code === 'told' ? 'en' : undefined} className="text-ink-2">
            {reason && reasons.ofVariant(reason)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
