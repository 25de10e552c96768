'use client'

import { includesRole, type TenantStatus } from '@pilot/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useDeferredValue } from 'react'
import { useAgent } from '../../client/agent.ts'
import { useMe } from '../../client/me.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import { pages } from '../pages.ts'
import { Group, Item } from './item.tsx'

interface EverythingProps {
  readonly text: string
  readonly onDone: () => void
  readonly onTenant: (tenant: TenantStatus) => void
}

export const Everything = ({ text, onDone, onTenant }: EverythingProps) => {
  const t = useTranslations('shell')
  const me = useMe()
  const router = useRouter()
  const agent = useAgent()
  const search = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['palette', search],
    queryFn: ({ signal }) =>
      agent.list({ search, sort: 'name', descending: false, offset: 0, limit: 8, deleted: false }, signal),
    placeholderData: keepPreviousData,
  })
  const go = (href: string): void => {
    onDone()
    router.push(href)
  }
  const places = [
    ...pages
      .filter(({ role }) => includesRole(me.role, role))
      .map(({ id, href, icon }) => ({ id, href, icon })),
    { id: 'account', href: '/account', icon: UserRound } as const,
    ...(includesRole(me.role, 'operator')
      ? [{ id: 'newTenant', href: '/tenants/new', icon: Plus } as const]
      : []),
  ].filter(({ id }) => t(id).toLowerCase().includes(text.trim().toLowerCase()))
  const tenants = found.data?.tenants ?? []
  return (
    <>
      <Group heading={t('groupPages')} shown={places.length > 0}>
        {places.map(({ id, href, icon: Icon }) => (
          <Item key={id} value={`page ${id}`} onSelect={() => go(href)}>
            <Icon aria-hidden />
            {t(id)}
          </Item>
        ))}
      </Group>
      <Group heading={t('groupTenants')} shown={tenants.length > 0}>
        {tenants.map((tenant) => (
          <Item key={tenant.name} value={`tenant ${tenant.name}`} onSelect={() => onTenant(tenant)}>
            <span className="grow truncate font-mono text-sm">{tenant.name}</span>
            <StateChip state={tenant.state} className="text-sm" />
          </Item>
        ))}
      </Group>
      {places.length === 0 && tenants.length === 0 ? (
        <p role="status" className="px-2.5 py-6 text-center text-ink-2">
          {found.isFetching ? t('searching') : t('noMatch', { text })}
        </p>
      ) : null}
    </>
  )
}
