'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useAtMostEvery } from '../../client/use-at-most-every.ts'
import { useTenantChanges } from '../../client/watch.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { ActionResult } from '../../shared/audit/action-result.tsx'
import { useActionName } from '../../shared/audit/use-action-name.ts'
import { lastActionsQuery } from './queries.ts'

/** The newest lines of the audit: who did what to whom, and how it ended. */
export const LastActions = () => {
  const t = useTranslations('overview.actions')
  const nameOf = useActionName()
  const agent = useAgent()
  const { data: entries = [], refetch } = useQuery({
    queryKey: [...queryKeys.audit, lastActionsQuery],
    queryFn: ({ signal }) => agent.audit(lastActionsQuery, signal),
    refetchInterval: 10_000,
  })
  useTenantChanges(useAtMostEvery(2000, () => void refetch()))
  if (entries.length === 0) return <p className="text-ink-3">{t('none')}</p>
  return (
    <>
      <DataTable
        rows={entries}
        keyOf={({ sequence }) => sequence}
        columns={[
          {
            key: 'what',
            head: t('what'),
            cellClassName: 'max-w-48 truncate',
            cell: ({ action, tenant }) => (
              <>
                {nameOf(action)} {tenant === null ? null : <TenantLink name={tenant} />}
              </>
            ),
          },
          {
            key: 'who',
            head: t('who'),
            cellClassName: 'max-w-24 truncate text-ink-2',
            title: ({ actor }) => actor,
            cell: ({ actor }) => actor,
          },
          {
            key: 'when',
            head: t('when'),
            cellClassName: 'text-ink-2',
            cell: ({ time }) => <RelativeTime time={time} />,
          },
          { key: 'result', head: t('result'), cell: ({ result }) => <ActionResult result={result} /> },
        ]}
      />
      <Link href="/audit" className="mt-2 inline-block text-sm text-ink-2 underline underline-offset-2">
        {t('all')}
      </Link>
    </>
  )
}

const TenantLink = ({ name }: { name: string }) => (
  <Link href={`/tenants/${name}`} className="font-mono text-sm underline-offset-2 hover:underline">
    {name}
  </Link>
)
