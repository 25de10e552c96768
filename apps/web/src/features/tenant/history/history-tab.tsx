'use client'

import type { AuditEntry } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../../client/agent.ts'
import { problemOf } from '../../../client/problem-of.ts'
import type { Column } from '../../../components/column.tsx'
import { DataTable } from '../../../components/data-table.tsx'
import { ExactTime } from '../../../components/figures.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Given } from './given.tsx'
import { historyKey, historyQuery } from '../queries.ts'
import { ActionResult } from '../../../shared/audit/action-result.tsx'
import { useActionName } from '../../../shared/audit/use-action-name.ts'

/** What was done to this tenant, by whom, from where, and how it ended. */
export const HistoryTab = ({ name }: { name: string }) => {
  const t = useTranslations('tenant.history')
  const agent = useAgent()
  const columns = useColumns()
  const { data: entries, error } = useQuery({
    queryKey: historyKey(name),
    queryFn: ({ signal }) => agent.audit(historyQuery(name), signal),
  })
  if (entries === undefined)
    return error === null ? <SkeletonRows /> : <ProblemPanel problem={problemOf(error)} />
  if (entries.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <>
      <DataTable focusable rows={entries} columns={columns} keyOf={({ sequence }) => sequence} />
      <Link
        href={`/audit?tenant=${name}`}
        className="mt-3 inline-block text-sm text-ink-2 underline underline-offset-2"
      >
        {t('inAudit')}
      </Link>
    </>
  )
}

const useColumns = (): Column<AuditEntry>[] => {
  const t = useTranslations('tenant.history')
  const nameOf = useActionName()
  const sources = useTranslations('audit.sources')
  return [
    {
      key: 'when',
      head: t('when'),
      from: 'sm',
      cellClassName: 'text-ink-2',
      cell: ({ time }) => <ExactTime time={time} />,
    },
    {
      key: 'what',
      head: t('what'),
      cellClassName: 'max-sm:py-2',
      cell: ({ time, action, actor, input }) => (
        <>
          <span className="font-medium">{nameOf(action)}</span>
          <Given input={input} />
          <span className="block text-xs text-ink-2 sm:hidden">
            {actor} · <ExactTime time={time} />
          </span>
        </>
      ),
    },
    {
      key: 'who',
      head: t('who'),
      from: 'sm',
      cellClassName: 'max-w-40 truncate',
      title: ({ actor }) => actor,
      cell: ({ actor }) => actor,
    },
    {
      key: 'from',
      head: t('from'),
      from: 'md',
      cellClassName: 'whitespace-nowrap text-ink-2',
      cell: ({ address, source }) =>
        address ?? (sources.has(source as 'root') ? sources(source as 'root') : source),
    },
    { key: 'result', head: t('result'), cell: ({ result }) => <ActionResult result={result} /> },
  ]
}
