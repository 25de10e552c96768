'use client'

import type { Overview } from '@pilot/contract'
import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Command } from '../../components/command.tsx'

/** The three services that everything here stands on, each with its version or with what to do. */
export const Services = ({ overview: { services, hostname, kernel } }: { overview: Overview }) => {
  const t = useTranslations('overview.services')
  return (
    <dl className="grid gap-x-10 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
      {services.map(({ service, ok, detail }) => (
        <div key={service} data-service={service} data-ok={ok} className="min-w-0">
          <dt className="flex items-center gap-1.5 font-medium">
            {ok ? (
              <Check aria-hidden className="size-4 text-ink-3" />
            ) : (
              <TriangleAlert aria-hidden className="size-4 text-alarm-ink" />
            )}
            {names[service]}
          </dt>
          <dd className="flex flex-col gap-1 pl-5.5 text-sm text-ink-2">
            {ok ? (
              <span className="truncate" title={detail}>
                {t('answers', { version: shortVersion(detail) })}
              </span>
            ) : (
              <>
                <span className="font-medium text-alarm-ink">{t('down')}</span>
                <span title={detail}>{t('downHint')}</span>
                <Command text={`systemctl status ${units[service]}`} />
              </>
            )}
          </dd>
        </div>
      ))}
      <div className="min-w-0">
        <dt className="font-medium">{t('machine')}</dt>
        <dd className="truncate text-sm text-ink-2" title={kernel}>
          <span className="font-mono text-xs">{hostname}</span> · {kernel}
        </dd>
      </div>
    </dl>
  )
}

const names = { systemd: 'systemd', postgresql: 'PostgreSQL', caddy: 'Caddy' } as const
const units = { systemd: 'init.scope', postgresql: 'postgresql', caddy: 'caddy' } as const

/** `17.6 (Debian 17.6-1)` and its like, without what the distribution adds. */
const shortVersion = (detail: string): string =>
  detail.replace(/^(PostgreSQL|systemd|Caddy|caddy) /, '').split(' ')[0] ?? detail
