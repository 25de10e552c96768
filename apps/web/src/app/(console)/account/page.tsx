import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '../../../components/page-header.tsx'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('account'))('title'),
})

export default async function AccountPage() {
  const t = await getTranslations('account')
  return <PageHeader title={t('title')} />
}
