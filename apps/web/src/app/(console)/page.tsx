import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { queryKeys } from '../../client/query-keys.ts'
import { Recovering } from '../../components/recovering.tsx'
import { OverviewPage } from '../../features/overview/overview-page.tsx'
import { alarmsQuery, lastActionsQuery } from '../../features/overview/queries.ts'
import { load } from '../../server/agent.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overview'))('title'),
})

export default async function Page() {
  const loaded = await load((agent) =>
    Promise.all([
      agent.overview({}),
      agent.list(alarmsQuery),
      agent.audit(lastActionsQuery),
      agent.comparisons({}),
    ]),
  )
  if ('problem' in loaded) return <Recovering problem={loaded.problem} />
  const [overview, alarms, actions, comparisons] = loaded.value
  const cache = new QueryClient()
  cache.setQueryData(queryKeys.overview, overview)
  cache.setQueryData(queryKeys.list(alarmsQuery), alarms)
  cache.setQueryData([...queryKeys.audit, lastActionsQuery], actions)
  cache.setQueryData(queryKeys.comparisons, comparisons)
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <OverviewPage />
    </HydrationBoundary>
  )
}
