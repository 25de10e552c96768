import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('overview'))('title'),
})

export default async function OverviewPage() {
  const t = await getTranslations('overview')
  return <PageHeader title={t('title')} />
}
