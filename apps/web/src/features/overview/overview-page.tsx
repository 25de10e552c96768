'use client'

import type { Overview } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAgent } from '../../client/agent.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useTenantChanges } from '../../client/watch.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Section } from '../../components/section.tsx'
import { lastDone } from '../../shared/comparisons/queries.ts'
import { useComparisons } from '../../shared/comparisons/use-comparisons.ts'
import { Alarms } from './alarms.tsx'
import { FreshMachine } from './fresh-machine.tsx'
import { LastActions } from './last-actions.tsx'
import { LastWakes } from './last-wakes.tsx'
import { MemoryBars } from './memory-bars.tsx'
import { OverTime } from './over-time.tsx'
import { Services } from './services.tsx'
import { StateCounts } from './state-counts.tsx'
import { Summary } from './summary.tsx'
import { useAtMostEvery } from '../../client/use-at-most-every.ts'

/** What this machine does right now: one sentence, one picture, and whatever needs somebody. */
export const OverviewPage = () => {
  const agent = useAgent()
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.overview,
    queryFn: ({ signal }) => agent.overview({}, signal),
    // Memory and the health of services change without an event.
    refetchInterval: 10_000,
  })
  useTenantChanges(useAtMostEvery(3000, () => void refetch()))
  if (data === undefined) return error === null ? null : <ProblemPanel problem={problemOf(error)} />
  return (
    <>
      {error === null ? null : <ProblemPanel problem={problemOf(error)} className="mb-5" />}
      {presentIn(data) === 0 ? <FreshMachine /> : <Now overview={{ ...data, total: presentIn(data) }} />}
      {presentIn(data) === 0 ? null : <OverTime />}
      <Parts overview={data} />
    </>
  )
}

/** From the counts, which are live while the rest is read now and then. */
const presentIn = ({ counts }: Overview): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0) - counts.deleted

const Now = ({ overview }: { overview: Overview }) => {
  const { data: comparisons } = useComparisons()
  return (
    <div className="pb-6">
      <Summary overview={overview} />
      <div className="grid gap-x-10 gap-y-6 pt-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <MemoryBars
          overview={overview}
          comparison={comparisons === undefined ? null : lastDone(comparisons)}
        />
        <StateCounts counts={overview.counts} />
      </div>
      <Alarms />
    </div>
  )
}

const Parts = ({ overview }: { overview: Overview }) => {
  const t = useTranslations('overview')
  return (
    <>
      <div className="grid gap-x-10 border-t pt-6 lg:grid-cols-2">
        <Section title={t('wakes.title')} className="min-w-0">
          <LastWakes wakes={overview.lastWakes} />
        </Section>
        <Section
          title={t('actions.title')}
          className="min-w-0 max-lg:border-t max-lg:pt-6 lg:border-t-0 lg:pt-0"
        >
          <LastActions />
        </Section>
      </div>
      <Section title={t('services.title')}>
        <Services overview={overview} />
      </Section>
    </>
  )
}
