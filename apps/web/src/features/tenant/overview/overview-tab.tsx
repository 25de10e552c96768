'use client'

import { TenantName, type TenantStatus, type Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Section } from '../../../components/section.tsx'
import { useSamples } from '../use-tenant.ts'
import { Facts } from './facts.tsx'
import { MemoryChart } from './memory-chart.tsx'
import { Processes } from './processes.tsx'
import { WakeTimes } from './wake-times.tsx'
import { WakesChart } from './wakes-chart.tsx'

interface OverviewTabProps {
  readonly status: TenantStatus
  readonly wakes: readonly Wake[]
  readonly readAt: number
}

/** What it is made of, and how it did lately. */
export const OverviewTab = ({ status, wakes, readAt }: OverviewTabProps) => {
  const t = useTranslations('tenant.figures')
  const samples = useSamples(TenantName.parse(status.name))
  return (
    <>
      <div className="grid gap-x-12 gap-y-8 pb-8 lg:grid-cols-2">
        <MemoryChart samples={samples} status={status} />
        <div className="flex min-w-0 flex-col gap-6">
          <WakesChart wakes={wakes} readAt={readAt} />
          <WakeTimes wakes={wakes} />
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
