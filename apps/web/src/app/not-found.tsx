import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <main className="px-8 py-6">
      <EmptyState
        title={<h1>{t('notFoundTitle')}</h1>}
        action={
          <Button asChild>
            <Link href="/">{t('toOverview')}</Link>
          </Button>
        }
      >
        {t('notFound')}
      </EmptyState>
    </main>
  )
}
