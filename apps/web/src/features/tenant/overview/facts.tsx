'use client'

import { formatTimeSpan, type TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CopyButton } from '../../../components/copy-button.tsx'
import { ExactTime } from '../../../components/figures.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { joinCommand } from '../../../shared/tenant/command-line.ts'

/** Everything about it in one list. */
export const Facts = ({ status }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.facts')
  const formats = useFormats()
  const { spec, urls, socketPath, uid, connections, createdAt, updatedAt } = status
  const facts: [string, ReactNode][] = [
    [
      t('domains'),
      <ul key="domains">
        {urls.map((url) => (
          <li key={url}>
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              className="font-mono text-sm break-all underline underline-offset-2"
            >
              {url}
            </a>
          </li>
        ))}
      </ul>,
    ],
    [t('command'), <Code key="command" text={joinCommand(spec.command)} />],
    [t('idle'), formatTimeSpan(spec.idle)],
    [
      t('activation'),
      t(spec.activation === 'native' ? 'native' : spec.listen === 'port' ? 'proxiedPort' : 'proxiedSocket'),
    ],
    [t('scope'), t(spec.scope)],
    [t('socket'), <Code key="socket" text={socketPath} />],
    [t('uid'), uid === null ? t('noAccount') : <Code key="uid" text={String(uid)} />],
    [t('connections'), formats.number(connections)],
    [t('created'), <ExactTime key="created" time={createdAt} />],
    [t('updated'), <ExactTime key="updated" time={updatedAt} />],
  ]
  return (
    <dl className="grid gap-x-12 lg:grid-cols-2">
      {facts.map(([label, value]) => (
        <div
          key={label}
          className="grid min-h-9 grid-cols-[10rem_minmax(0,1fr)] items-baseline gap-x-4 border-b py-1.5 max-sm:grid-cols-1"
        >
          <dt className="text-ink-3">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Code = ({ text }: { text: string }) => (
  <span className="inline-flex max-w-full items-center gap-1">
    <code className="min-w-0 font-mono text-sm break-all">{text}</code>
    <CopyButton text={text} className="-my-1" />
  </span>
)
