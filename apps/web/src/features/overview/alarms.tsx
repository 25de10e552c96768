'use client'

import { isWhole, TenantName, type TenantStatus } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../client/agent.ts'
import { useMe } from '../../client/me.tsx'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { Section } from '../../components/section.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import { useHeal } from '../../shared/tenant/use-heal.ts'
import { Reason } from '../../shared/tenant/reason.tsx'
import { alarmsQuery } from './queries.ts'

/** Tenants that need somebody, by name, with the reason and what can be done at once. */
export const Alarms = () => {
  const t = useTranslations('overview.alarms')
  const agent = useAgent()
  const { data } = useQuery({
    queryKey: queryKeys.list(alarmsQuery),
    queryFn: ({ signal }) => agent.list(alarmsQuery, signal),
  })
  // A live change may have taken one out of these states while the list is still the old one.
  const tenants = data?.tenants.filter(({ state }) => alarmsQuery.states.includes(state)) ?? []
  if (tenants.length === 0) return null
  const hidden = Math.max(0, (data?.total ?? 0) - tenants.length)
  return (
    <Section title={t('title')} className="mt-6 pb-0">
      <ul>
        {tenants.map((tenant) => (
          <Alarm key={tenant.name} tenant={tenant} />
        ))}
      </ul>
      {hidden === 0 ? null : (
        <Link href="/tenants?state=failing,degraded" className="text-sm underline underline-offset-2">
          {t('more', { count: hidden })}
        </Link>
      )}
    </Section>
  )
}

const Alarm = ({ tenant }: { tenant: TenantStatus }) => {
  const t = useTranslations('overview.alarms')
  const { role } = useMe()
  const { heal, busy } = useHeal(TenantName.parse(tenant.name))
  const address = `/tenants/${tenant.name}`
  const canHeal = role !== 'viewer' && tenant.state === 'degraded' && isWhole(tenant.spec)
  return (
    <li
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2 last:border-b-0"
      data-alarm={tenant.name}
    >
      <Link href={address} className="font-mono text-sm font-medium underline-offset-2 hover:underline">
        {tenant.name}
      </Link>
      <StateChip state={tenant.state} />
      <p className="min-w-0 grow basis-80 text-sm text-ink-2">
        <Reason status={tenant} />
      </p>
      <span className="flex gap-1">
        {canHeal ? (
          <Button size="small" busy={busy} onClick={heal}>
            {t('retry')}
          </Button>
        ) : null}
        <Button size="small" variant="quiet" asChild>
          <Link href={`${address}?tab=logs`}>{t('logs')}</Link>
        </Button>
      </span>
    </li>
  )
}
