import { TenantName } from '@pilot/contract'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { queryKeys } from '../../../../client/query-keys.ts'
import { Recovering } from '../../../../components/recovering.tsx'
import { TenantGone } from '../../../../features/tenant/tenant-gone.tsx'
import { detailsKey, historyKey, historyQuery, wakesQuery } from '../../../../features/tenant/queries.ts'
import { readTab, type TenantTab } from '../../../../features/tenant/tabs.ts'
import { TenantPage } from '../../../../features/tenant/tenant-page.tsx'
import { load } from '../../../../server/agent.ts'

interface Props {
  readonly params: Promise<{ name: string }>
  readonly searchParams: Promise<{ tab?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await params).name,
})

export default async function Page({ params, searchParams }: Props) {
  const { name: text } = await params
  const parsed = TenantName.safeParse(text)
  if (!parsed.success) return <TenantGone name={text} />
  const name = parsed.data
  const tab = readTab([(await searchParams).tab].flat()[0])
  const loaded = await read(name, tab)
  if ('problem' in loaded)
    return loaded.problem.code === 'tenant-not-found' ? (
      <TenantGone name={name} />
    ) : (
      <Recovering problem={loaded.problem} />
    )
  return (
    <HydrationBoundary state={dehydrate(loaded.value)}>
      <TenantPage name={name} tab={tab} />
    </HydrationBoundary>
  )
}

const read = (name: TenantName, tab: TenantTab) =>
  load(async (agent) => {
    const cache = new QueryClient()
    const put = async (key: readonly unknown[], answer: Promise<unknown>): Promise<void> => {
      cache.setQueryData(key, await answer)
    }
    await Promise.all([
      put(detailsKey(name), agent.show({ name })),
      put(queryKeys.wakes(wakesQuery(name)), agent.wakes(wakesQuery(name))),
      tab === 'history' && put(historyKey(name), agent.audit(historyQuery(name))),
      (tab === 'database' || tab === 'sandbox') && put(queryKeys.inspect(name), agent.inspect({ name })),
    ])
    return cache
  })
