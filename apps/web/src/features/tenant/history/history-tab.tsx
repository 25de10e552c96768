'use client'

import type { AuditEntry } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useAgent } from '../../../client/agent.ts'
import { problemOf } from '../../../client/problem-of.ts'
import { ExactTime } from '../../../components/figures.tsx'
import { ProblemPanel } from '../../../components/problem-panel.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../components/table.tsx'
import { historyKey, historyQuery } from '../queries.ts'
import { ActionResult } from '../../../shared/audit/action-result.tsx'
import { useActionName } from '../../../shared/audit/use-action-name.ts'

/** What was done to this tenant, by whom, from where, and how it ended. */
export const HistoryTab = ({ name }: { name: string }) => {
  const t = useTranslations('tenant.history')
  const agent = useAgent()
  const { data: entries, error } = useQuery({
    queryKey: historyKey(name),
    queryFn: ({ signal }) => agent.audit(historyQuery(name), signal),
  })
  if (entries === undefined)
    return error === null ? <SkeletonRows /> : <ProblemPanel problem={problemOf(error)} />
  if (entries.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <>
      <Table focusable>
        <TableHead>
          <tr>
            <TableHeaderCell className="pl-0 max-sm:hidden">{t('when')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:pl-0">{t('what')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t('who')}</TableHeaderCell>
            <TableHeaderCell className="max-md:hidden">{t('from')}</TableHeaderCell>
            <TableHeaderCell className="pr-0">{t('result')}</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <Row key={entry.sequence} entry={entry} />
          ))}
        </TableBody>
      </Table>
      <Link
        href={`/audit?tenant=${name}`}
        className="mt-3 inline-block text-sm text-ink-2 underline underline-offset-2"
      >
        {t('inAudit')}
      </Link>
    </>
  )
}

const Row = ({ entry: { time, action, actor, address, source, input, result } }: { entry: AuditEntry }) => {
  const nameOf = useActionName()
  const sources = useTranslations('audit.sources')
  const details = detailsOf(input)
  return (
    <TableRow>
      <TableCell className="pl-0 text-ink-2 max-sm:hidden">
        <ExactTime time={time} />
      </TableCell>
      <TableCell className="max-sm:py-2 max-sm:pl-0">
        <span className="font-medium">{nameOf(action)}</span>
        {details === '' ? null : (
          <span className="ml-2 font-mono text-xs break-all text-ink-3">{details}</span>
        )}
        <span className="block text-xs text-ink-2 sm:hidden">
          {actor} · <ExactTime time={time} />
        </span>
      </TableCell>
      <TableCell className="max-w-40 truncate max-sm:hidden" title={actor}>
        {actor}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-2 max-md:hidden">
        {address ?? (sources.has(source as 'root') ? sources(source as 'root') : source)}
      </TableCell>
      <TableCell className="pr-0">
        <ActionResult result={result} />
      </TableCell>
    </TableRow>
  )
}

/** What was given besides the name; values of environment variables arrive hidden. */
const detailsOf = (input: unknown): string => {
  if (typeof input !== 'object' || input === null) return ''
  const rest = Object.entries(input).filter(([key]) => key !== 'name')
  return rest
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ')
}
