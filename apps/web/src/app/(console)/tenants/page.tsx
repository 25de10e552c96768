import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('tenants'))('title'),
})

export default async function TenantsPage() {
  const t = await getTranslations('tenants')
  return <PageHeader title={t('title')} />
}
