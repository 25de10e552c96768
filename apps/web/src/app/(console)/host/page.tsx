import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('host'))('title'),
})

export default async function HostPage() {
  const t = await getTranslations('host')
  return <PageHeader title={t('title')} />
}
