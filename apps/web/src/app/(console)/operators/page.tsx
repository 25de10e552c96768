import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('operators'))('title'),
})

export default async function OperatorsPage() {
  const t = await getTranslations('operators')
  return <PageHeader title={t('title')} />
}
