import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('audit'))('title'),
})

export default async function AuditPage() {
  const t = await getTranslations('audit')
  return <PageHeader title={t('title')} />
}
