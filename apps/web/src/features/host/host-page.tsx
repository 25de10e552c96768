'use client'

import type { Finding, Overview, UnitReport } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Section } from '../../components/section.tsx'
import { Findings } from './findings.tsx'
import { countLevels } from './group-findings.ts'
import { Machine } from './machine.tsx'
import { pilotUnits } from './pilot-units.ts'
import { UnitTable } from './unit-table.tsx'

interface HostPageProps {
  readonly findings: readonly Finding[]
  readonly overview: Overview
  readonly units: readonly UnitReport[]
}

/** What Pilot needs of this machine, whether it is there, and how to mend what is not. */
export const HostPage = (initial: HostPageProps) => {
  const t = useTranslations('host')
  const agent = useAgent()
  const check = useQuery({
    queryKey: queryKeys.check,
    queryFn: ({ signal }) => agent.check({}, signal),
    initialData: initial.findings,
    refetchInterval: 60_000,
  })
  const overview = useQuery({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => agent.overview({}, signal),
    initialData: initial.overview,
    refetchInterval: 10_000,
  })
  const units = useQuery({
    queryKey: ['units', pilotUnits],
    queryFn: ({ signal }) => agent.units({ units: [...pilotUnits] }, signal),
    initialData: initial.units,
    refetchInterval: 5000,
  })
  const error = check.error ?? overview.error ?? units.error
  const { fault, note } = countLevels(check.data)
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <span role="status" className="text-sm text-ink-3">
              {check.isFetching
                ? t('checking')
                : t.rich('checked', {
                    when: () => <RelativeTime time={new Date(check.dataUpdatedAt).toISOString()} />,
                  })}
            </span>
            <Button
              busy={check.isFetching}
              onClick={() => void Promise.all([check.refetch(), overview.refetch(), units.refetch()])}
            >
              <RefreshCw aria-hidden />
              {t('checkAgain')}
            </Button>
          </>
        }
      >
        <span data-faults={fault} className={fault > 0 ? 'font-medium text-alarm-ink' : ''}>
          {t('summary', { faults: fault, notes: note })}
        </span>
      </PageHeader>
      {error === null ? null : <ProblemPanel problem={problemOf(error)} className="mb-6" />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Section title={t('findingsTitle')}>
          <Findings findings={check.data} />
        </Section>
        <div className="lg:order-last">
          <Section title={t('machine.title')} className="max-lg:border-t max-lg:pt-6">
            <Machine overview={overview.data} />
          </Section>
        </div>
      </div>
      <Section title={t('units.title')} description={t('units.description')}>
        <UnitTable units={units.data} />
      </Section>
    </>
  )
}
