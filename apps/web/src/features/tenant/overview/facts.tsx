'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ExactTime } from '../../../components/figures.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { useSettingFacts } from '../../../shared/tenant-form/setting-facts.tsx'
import { Code } from '../../../shared/tenant-form/setting-value.tsx'

/** Everything about it in one list. */
export const Facts = ({ status }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.facts')
  const formats = useFormats()
  const { spec, urls, socketPath, uid, connections, createdAt, updatedAt } = status
  const settings = useSettingFacts(spec, { whole: false })
  const facts: [string, ReactNode][] = [
    ...settings.map(({ key, title, value }): [string, ReactNode] => [
      title,
      key === 'domains' ? <Links key={key} urls={urls} /> : value,
    ]),
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

const Links = ({ urls }: { urls: readonly string[] }) => (
  <ul>
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
  </ul>
)
