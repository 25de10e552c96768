import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { queryKeys } from '../../../client/query-keys.ts'
import { Recovering } from '../../../components/recovering.tsx'
import { ComparePage } from '../../../features/compare/compare-page.tsx'
import { findRunning, lastDone } from '../../../shared/comparisons/queries.ts'
import { load } from '../../../server/agent.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('compare'))('title'),
})

export default async function Page() {
  const loaded = await load(async (agent) => {
    const comparisons = await agent.comparisons({})
    const shown = [findRunning(comparisons), lastDone(comparisons)].filter((each) => each !== undefined)
    return { comparisons, shown: await Promise.all(shown.map(({ id }) => agent.comparison({ id }))) }
  })
  if ('problem' in loaded) return <Recovering problem={loaded.problem} />
  const cache = new QueryClient()
  cache.setQueryData(queryKeys.comparisons, loaded.value.comparisons)
  for (const comparison of loaded.value.shown)
    cache.setQueryData(queryKeys.comparison(comparison.id), comparison)
  return (
    <HydrationBoundary state={dehydrate(cache)}>
      <ComparePage />
    </HydrationBoundary>
  )
}
