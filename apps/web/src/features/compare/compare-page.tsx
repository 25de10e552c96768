'use client'

import type { ComparisonSummary } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMay } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Section } from '../../components/section.tsx'
import { History } from './history.tsx'
import { IdleChart } from './idle-chart.tsx'
import { comparisonAddress, findRunning, lastDone } from '../../shared/comparisons/queries.ts'
import { RunPanel } from './run-panel.tsx'
import { StartForm } from './start-form.tsx'
import { useComparison, useComparisons } from '../../shared/comparisons/use-comparisons.ts'

/** Tenants and containers side by side on this machine: begin a comparison, and see those that there were. */
export const ComparePage = () => {
  const t = useTranslations('compare')
  const mayStart = useMay('operator')
  const { data: comparisons = [], error } = useComparisons()
  const running = findRunning(comparisons)
  const last = lastDone(comparisons)
  return (
    <>
      <PageHeader title={t('title')}>{t('about')}</PageHeader>
      {error === null ? null : <ProblemPanel problem={problemOf(error)} className="mb-5" />}
      {running === undefined ? (
        mayStart ? (
          <StartForm earlier={comparisons} />
        ) : (
          <p className="pb-8 text-ink-2">{t('viewer')}</p>
        )
      ) : (
        <Running key={running.id} summary={running} />
      )}
      {last === undefined ? null : (
        <Section title={t('lastTitle')} className="first:border-t first:pt-6">
          <Last key={last.id} summary={last} />
        </Section>
      )}
      <Section title={t('history.title')} className="first:border-t first:pt-6">
        <History comparisons={comparisons} />
      </Section>
    </>
  )
}

const Running = ({ summary: { id } }: { summary: ComparisonSummary }) => {
  const { data } = useComparison(id)
  return data === undefined ? null : <RunPanel comparison={data} />
}

const Last = ({ summary: { id } }: { summary: ComparisonSummary }) => {
  const t = useTranslations('compare')
  const { data, error } = useComparison(id)
  if (data === undefined) return error === null ? null : <ProblemPanel problem={problemOf(error)} />
  return (
    <div className="max-w-3xl">
      <IdleChart comparison={data} />
      <p className="pt-4">
        <Link href={comparisonAddress(id)} className="underline underline-offset-2">
          {t('toAll')}
        </Link>
      </p>
    </div>
  )
}
