'use client'

import { includesRole, PilotError, TenantName, type TenantStatus } from '@pilot/contract'
import { ExternalLink, FileText, Moon, ScrollText, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useAgent } from '../../client/agent.ts'
import { useMe } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { useToasts } from '../../components/toaster.tsx'
import { Group, Item } from './item.tsx'

export const TenantActions = ({ tenant, onDone }: { tenant: TenantStatus; onDone: () => void }) => {
  const t = useTranslations('shell')
  const router = useRouter()
  const agent = useAgent()
  const toasts = useToasts()
  const mayOperate = includesRole(useMe().role, 'operator')
  const words = { tenant: tenant.name }
  const name = TenantName.parse(tenant.name)
  const go = (href: string) => () => {
    onDone()
    router.push(href)
  }
  const act = (call: Promise<unknown>, done: string): void => {
    onDone()
    call.then(
      () => toasts.done(done),
      (error: unknown) => {
        if (error instanceof PilotError) toasts.failed(problemOf(error))
      },
    )
  }
  const [url] = tenant.urls
  return (
    <Group heading={t('groupActions')} shown>
      <Item value={t('page', words)} onSelect={go(`/tenants/${tenant.name}`)}>
        <FileText aria-hidden />
        {t('page', words)}
      </Item>
      <Item value={t('logs', words)} onSelect={go(`/tenants/${tenant.name}?tab=logs`)}>
        <ScrollText aria-hidden />
        {t('logs', words)}
      </Item>
      {url === undefined ? null : (
        <Item
          value={t('open', words)}
          onSelect={() => {
            onDone()
            window.open(url, '_blank', 'noopener')
          }}
        >
          <ExternalLink aria-hidden />
          {t('open', words)}
        </Item>
      )}
      {mayOperate && tenant.state === 'asleep' ? (
        <Item value={t('wake', words)} onSelect={() => act(agent.wake({ name }), t('woken', words))}>
          <Sun aria-hidden />
          {t('wake', words)}
        </Item>
      ) : null}
      {mayOperate && (tenant.state === 'awake' || tenant.state === 'waking') ? (
        <Item value={t('sleep', words)} onSelect={() => act(agent.sleep({ name }), t('slept', words))}>
          <Moon aria-hidden />
          {t('sleep', words)}
        </Item>
      ) : null}
    </Group>
  )
}
