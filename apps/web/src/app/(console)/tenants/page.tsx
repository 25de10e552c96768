import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, type SearchParams } from 'nuqs/server'
import { Recovering } from '../../../components/recovering.tsx'
import { TenantsPage } from '../../../features/tenants/tenants-page.tsx'
import { toListQuery, viewParsers } from '../../../features/tenants/view.ts'
import { load } from '../../../server/agent.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('tenants'))('title'),
})

const readView = createLoader(viewParsers)

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const view = await readView(searchParams)
  const list = await load((agent) => agent.list(toListQuery(view, 0)))
  if ('problem' in list) return <Recovering problem={list.problem} />
  return <TenantsPage initial={{ view, answer: list.value }} />
}
