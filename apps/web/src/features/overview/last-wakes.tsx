'use client'

import type { Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { DataTable } from '../../components/data-table.tsx'
import { Duration, RelativeTime } from '../../components/figures.tsx'
import { StateShape } from '../../components/state-chip.tsx'

/** Who woke, when, how long the start took, and whether it still runs. */
export const LastWakes = ({ wakes }: { wakes: readonly Wake[] }) => {
  const t = useTranslations('overview.wakes')
  return (
    <DataTable
      rows={wakes.slice(0, 8)}
      keyOf={({ tenant, at }) => `${tenant} ${at}`}
      empty={<p className="text-ink-3">{t('none')}</p>}
      columns={[
        {
          key: 'tenant',
          head: t('tenant'),
          cellClassName: 'max-w-40 truncate',
          cell: ({ tenant }) => (
            <Link
              href={`/tenants/${tenant}`}
              className="font-mono text-sm underline-offset-2 hover:underline"
            >
              {tenant}
            </Link>
          ),
        },
        {
          key: 'when',
          head: t('when'),
          cellClassName: 'text-ink-2',
          cell: ({ at }) => <RelativeTime time={at} />,
        },
        {
          key: 'start',
          head: t('start'),
          headTitle: t('description'),
          numeric: true,
          cell: ({ startMilliseconds }) => <Duration value={startMilliseconds} />,
        },
        {
          key: 'now',
          head: t('now'),
          cellClassName: 'whitespace-nowrap',
          cell: (wake) => <Outcome wake={wake} />,
        },
      ]}
    />
  )
}

const Outcome = ({ wake: { endedAt, result, at } }: { wake: Wake }) => {
  const t = useTranslations('overview.wakes')
  if (endedAt === null)
    return (
      <span className="inline-flex items-center gap-1.5 text-awake-ink">
        <StateShape state="awake" />
        {t('running')}
      </span>
    )
  if (result !== null && result !== 'success')
    return <span className="font-medium text-alarm-ink">{t('failed', { result })}</span>
  return (
    <span className="text-ink-2">
      {t.rich('ended', { time: () => <Duration value={Date.parse(endedAt) - Date.parse(at)} /> })}
    </span>
  )
}
