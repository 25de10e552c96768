import type { Me } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { Command } from '../../components/command.tsx'
import { PageHeader } from '../../components/page-header.tsx'

/** For those who may not manage operators: who may, and what they may do themselves. */
export const NotAdmin = ({ me }: { me: Me }) => {
  const t = useTranslations('operators')
  const roles = useTranslations('roles')
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex max-w-prose flex-col items-start gap-3" data-page="not-admin">
        <p className="text-lg font-medium">{t('notAdmin.title')}</p>
        <p className="text-ink-2">{t('notAdmin.text', { name: me.operator, role: roles(me.role) })}</p>
        <p className="text-ink-2">{t('notAdmin.command')}</p>
        <Command text={`sudo pilot operator role ${me.operator} admin`} />
        <Button asChild variant="primary">
          <Link href="/account">{t('notAdmin.action')}</Link>
        </Button>
      </div>
    </>
  )
}
