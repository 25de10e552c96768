import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('provision'))('title'),
})

export default async function NewTenantPage() {
  const t = await getTranslations('provision')
  return <PageHeader title={t('title')} />
}
