import { includesRole } from '@pilot/contract'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { EmptyState } from '../../../../components/empty-state.tsx'
import { PageHeader } from '../../../../components/page-header.tsx'
import { Recovering } from '../../../../components/recovering.tsx'
import { Tabs } from '../../../../components/tabs.tsx'
import { ProvisionCount } from '../../../../features/provision/provision-count.tsx'
import { ProvisionList } from '../../../../features/provision/provision-list.tsx'
import { ProvisionOne } from '../../../../features/provision/provision-one.tsx'
import { requireMe } from '../../../../server/require-me.ts'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('provision'))('title'),
})

const ways = ['one', 'count', 'list'] as const
const readWay = createLoader({ how: parseAsStringLiteral(ways).withDefault('one') })

export default async function NewTenantPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { how } = await readWay(searchParams)
  const t = await getTranslations('provision')
  const me = await requireMe()
  if ('problem' in me) return <Recovering problem={me.problem} />
  if (!includesRole(me.value.role, 'operator')) return <EmptyState title={t('notPermitted')} />
  return (
    <>
      <PageHeader title={t('title')} />
      <Tabs
        label={t('ways')}
        current={how}
        tabs={ways.map((id) => ({
          id,
          label: t(`way.${id}`),
          href: id === 'one' ? '/tenants/new' : `/tenants/new?how=${id}`,
        }))}
      />
      <div className="pt-6">
        {how === 'one' ? <ProvisionOne /> : how === 'count' ? <ProvisionCount /> : <ProvisionList />}
      </div>
    </>
  )
}
