import { ComparisonRef, type HostSamples } from '@pilot/contract'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { queryKeys } from '../../../../client/query-keys.ts'
import { Recovering } from '../../../../components/recovering.tsx'
import { ComparisonGone } from '../../../../features/compare/comparison-gone.tsx'
import { ComparisonPage } from '../../../../features/compare/comparison-page.tsx'
import { load } from '../../../../server/agent.ts'

interface Props {
  readonly params: Promise<{ id: string }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('compare'))('title'),
})

export default async function Page({ params }: Props) {
  const ref = ComparisonRef.safeParse({ id: decodeURIComponent((await params).id) })
  if (!ref.success) return <ComparisonGone />
  const loaded = await load((agent) => agent.comparison(ref.data))
  if ('problem' in loaded)
    return loaded.problem.code === 'not-found' ? <ComparisonGone /> : <Recovering problem={loaded.problem} />
  const samples = await load((agent) => agent.hostSamples({ hours: 1 }))
  const cache = new QueryClient()
  cache.setQueryData(queryKeys.comparison(ref.data.id), loaded.value)
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <ComparisonPage id={ref.data.id} pilotAtWork={'value' in samples ? atWork(samples.value) : null} />
    </HydrationBoundary>
  )
}

/** The most that Pilot's own processes took in the last hour; null where no sample saw one. */
const atWork = ({ points }: HostSamples): number | null => {
  const most = Math.max(0, ...points.map(({ pilot }) => pilot ?? 0))
  return most === 0 ? null : most
}
