'use client'

import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { problemOf } from '../../client/problem-of.ts'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Section } from '../../components/section.tsx'
import { lastDone } from '../../shared/comparisons/queries.ts'
import { useComparisons } from '../../shared/comparisons/use-comparisons.ts'
import { RangeSelect } from '../../shared/samples/range-select.tsx'
import { rangeParser } from '../../shared/samples/range.ts'
import { useHostSamples } from '../../shared/samples/use-samples.ts'
import { WakesChart } from '../../shared/samples/wakes-chart.tsx'
import { HostMemoryChart } from './host-memory-chart.tsx'
import { SavingChart } from './saving-chart.tsx'

/** How this machine did: memory, what was saved, and how long wakes took. */
export const OverTime = () => {
  const t = useTranslations('overview.overTime')
  const [range, setRange] = useQueryState('range', rangeParser)
  const { data: samples, error, dataUpdatedAt } = useHostSamples(range)
  const { data: comparisons } = useComparisons()
  const shared = { samples, range, readAt: dataUpdatedAt }
  return (
    <Section
      title={t('title')}
      actions={<RangeSelect range={range} onChange={(next) => void setRange(next)} />}
    >
      {samples === undefined && error !== null ? (
        <ProblemPanel problem={problemOf(error)} className="mb-6" />
      ) : (
        <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
          <HostMemoryChart {...shared} />
          {comparisons === undefined ? null : <SavingChart {...shared} comparison={lastDone(comparisons)} />}
        </div>
      )}
      <div className="grid gap-x-12 pt-10 lg:grid-cols-2">
        <div className="contents">
          <WakesChart range={range} />
        </div>
      </div>
    </Section>
  )
}
