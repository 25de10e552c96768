'use client'

import { TenantName, type TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { problemOf } from '../../../client/problem-of.ts'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { Section } from '../../../components/section.tsx'
import { RangeSelect } from '../../../shared/samples/range-select.tsx'
import { rangeParser } from '../../../shared/samples/range.ts'
import { useTenantSamples } from '../../../shared/samples/use-samples.ts'
import { WakesChart } from '../../../shared/samples/wakes-chart.tsx'
import { useLooks } from '../use-tenant.ts'
import { Facts } from './facts.tsx'
import { Now } from './now.tsx'
import { OverTimeChart } from './over-time-chart.tsx'
import { Processes } from './processes.tsx'

/** What it is made of, and how it did lately. */
export const OverviewTab = ({ status }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.figures')
  const name = TenantName.parse(status.name)
  const [range, setRange] = useQueryState('range', rangeParser)
  const { data: samples, error, dataUpdatedAt } = useTenantSamples(name, range)
  const looks = useLooks(name)
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pb-5">
        <Now status={status} />
        <RangeSelect range={range} onChange={(next) => void setRange(next)} />
      </div>
      <div className="grid gap-x-12 gap-y-10 pb-8 lg:grid-cols-2">
        {samples === undefined && error !== null ? (
          <ProblemPanel problem={problemOf(error)} />
        ) : (
          <OverTimeChart name={name} samples={samples} looks={looks} readAt={dataUpdatedAt} range={range} />
        )}
        <div className="min-w-0">
          <WakesChart range={range} name={name} />
        </div>
      </div>
      <Section title={t('processes')} className="border-t pt-6 first:border-t first:pt-6">
        <Processes status={status} />
      </Section>
      <Section title={t('facts')}>
        <Facts status={status} />
      </Section>
    </>
  )
}
