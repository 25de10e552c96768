'use client'

import type { AuditEntry } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../client/agent.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { useTenantChanges } from '../../client/watch.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { ActionResult } from '../../shared/audit/action-result.tsx'
import { useActionName } from '../../shared/audit/use-action-name.ts'
import { lastActionsQuery } from './queries.ts'
import { useAtMostEvery } from '../../client/use-at-most-every.ts'

/** The newest lines of the audit: who did what to whom, and how it ended. */
export const LastActions = () => {
  const t = useTranslations('overview.actions')
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
      <Table>
        <TableHead>
          <tr>
            <TableHeaderCell className="pl-0">{t('what')}</TableHeaderCell>
            <TableHeaderCell>{t('who')}</TableHeaderCell>
            <TableHeaderCell>{t('when')}</TableHeaderCell>
            <TableHeaderCell className="pr-0">{t('result')}</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <Row key={entry.sequence} entry={entry} />
          ))}
        </TableBody>
      </Table>
      <Link href="/audit" className="mt-2 inline-block text-sm text-ink-2 underline underline-offset-2">
        {t('all')}
      </Link>
    </>
  )
}

const Row = ({ entry: { action, tenant, actor, time, result } }: { entry: AuditEntry }) => {
  const nameOf = useActionName()
  return (
    <TableRow>
      <TableCell className="max-w-48 truncate pl-0">
        {nameOf(action)}{' '}
        {tenant === null ? null : (
          <Link href={`/tenants/${tenant}`} className="font-mono text-sm underline-offset-2 hover:underline">
            {tenant}
          </Link>
        )}
      </TableCell>
      <TableCell className="max-w-24 truncate text-ink-2" title={actor}>
        {actor}
      </TableCell>
      <TableCell className="text-ink-2">
        <RelativeTime time={time} />
      </TableCell>
      <TableCell className="pr-0">
        <ActionResult result={result} />
      </TableCell>
    </TableRow>
  )
}
