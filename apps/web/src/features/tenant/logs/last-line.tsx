'use client'

import { visible, type TenantName } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../../client/agent.ts'
import { tabAddress } from '../tabs.ts'
import { logsQuery } from './log-filters.ts'

/** What a program that fails said last, which mostly tells why. */
export const LastLine = ({ name }: { name: TenantName }) => {
  const t = useTranslations('tenant.failing')
  const agent = useAgent()
  const query = logsQuery(name, { range: 'all', severity: 'debug', search: '' }, 20)
  const { data } = useQuery({
    queryKey: ['lastLine', name],
    queryFn: async ({ signal }) => {
      const lines = await Array.fromAsync(agent.logs(query, signal))
      // systemd's own lines only say that it failed, which the state says already.
      return lines.findLast(({ identifier }) => identifier !== 'systemd')?.message ?? null
    },
    refetchInterval: 5000,
  })
  if (data == null) return null
  return (
    <p className="mb-5 flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-md border border-alarm/40 bg-alarm-soft px-3 py-2">
      <span className="text-sm text-ink-2">{t('lastLine')}</span>
      <code data-testid="last-line" className="min-w-0 grow font-mono text-sm break-all">
        {visible(data, '\t')}
      </code>
      <Link href={tabAddress(name, 'logs')} className="text-sm underline underline-offset-2">
        {t('logs')}
      </Link>
    </p>
  )
}
