import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, type SearchParams } from 'nuqs/server'
import { Recovering } from '../../../components/recovering.tsx'
import { AuditPage } from '../../../features/audit/audit-page.tsx'
import { auditParams, toAuditQuery } from '../../../features/audit/filters.ts'
import { pageSize } from '../../../features/audit/queries.ts'
import { load } from '../../../server/agent.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('audit'))('title'),
})

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filters = readFilters(await searchParams)
  const first = await load((agent) => agent.audit({ ...toAuditQuery(filters, new Date()), limit: pageSize }))
  if ('problem' in first) return <Recovering problem={first.problem} />
  return <AuditPage first={{ filters, entries: first.value }} />
}

const readFilters = createLoader(auditParams)
