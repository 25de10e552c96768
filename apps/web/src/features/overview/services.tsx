'use client'

import type { Overview, Problem } from '@pilot/contract'
import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Command } from '../../components/command.tsx'
import { useProblemText } from '../../i18n/use-problem-text.ts'

/** The three services that everything here stands on, each with its version or with what to do. */
export const Services = ({ overview: { services, hostname, kernel } }: { overview: Overview }) => {
  const t = useTranslations('overview.services')
  return (
    <dl className="grid gap-x-10 gap-y-2 sm:grid-cols-2 lg:grid-cols-4">
      {services.map((health) => (
        <div key={health.service} data-service={health.service} data-ok={health.ok} className="min-w-0">
          <dt className="flex items-center gap-1.5 font-medium">
            {health.ok ? (
              <Check aria-hidden className="size-4 text-ink-3" />
            ) : (
              <TriangleAlert aria-hidden className="size-4 text-alarm-ink" />
            )}
            {names[health.service]}
          </dt>
          <dd className="flex flex-col gap-1 pl-5.5 text-sm text-ink-2">
            {health.ok ? (
              <span className="truncate" title={health.version}>
                {t('answers', { version: shortVersion(health.version) })}
              </span>
            ) : (
              <Down problem={health.problem} />
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

const Down = ({ problem }: { problem: Problem }) => {
  const { what, todo, command } = useProblemText()(problem)
  return (
    <>
      <span className="font-medium text-alarm-ink">{what}</span>
      <span>{todo}</span>
      {command === null ? null : <Command text={command} />}
    </>
  )
}

const names = { systemd: 'systemd', postgresql: 'PostgreSQL', caddy: 'Caddy' } as const

/** `17.6 (Debian 17.6-1)` and its like, without what the distribution adds. */
const shortVersion = (version: string): string =>
  version.replace(/^(PostgreSQL|systemd|Caddy|caddy) /, '').split(' ')[0] ?? version
