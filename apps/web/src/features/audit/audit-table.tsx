'use client'

import type { AuditEntry } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { ActionResult } from '../../shared/audit/action-result.tsx'
import { useActionName } from '../../shared/audit/use-action-name.ts'
import { auditAddress, isUnfiltered, type AuditFilters } from './filters.ts'
import { Origin } from './origin.tsx'
import type { Older } from './use-audit.ts'

interface AuditTableProps {
  readonly entries: readonly AuditEntry[] | undefined
  readonly filters: AuditFilters
  /** The sequence of the entry whose details are shown. */
  readonly open: number | null
  readonly onOpen: (sequence: number) => void
  readonly older: Older
}

export const AuditTable = ({ entries, filters, open, onOpen, older }: AuditTableProps) => {
  const t = useTranslations('audit')
  if (entries === undefined) return <SkeletonRows rows={12} />
  if (entries.length === 0)
    return <EmptyState title={t(isUnfiltered(filters) ? 'empty.none' : 'empty.title')} />
  const wide = open === null ? '' : 'xl:hidden'
  return (
    <div className="min-w-0">
      <Table className="table-fixed sm:table-auto">
        <TableHead>
          <tr>
            <TableHeaderCell className="pl-0 max-sm:hidden">{t('columns.time')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t('columns.actor')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:pl-0">{t('columns.action')}</TableHeaderCell>
            <TableHeaderCell className="max-sm:hidden">{t('columns.tenant')}</TableHeaderCell>
            <TableHeaderCell className={classNames('max-md:hidden', wide)}>
              {t('columns.from')}
            </TableHeaderCell>
            <TableHeaderCell className="pr-0 max-sm:w-32">{t('columns.result')}</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <Row
              key={entry.sequence}
              entry={entry}
              open={entry.sequence === open}
              wide={wide}
              href={addressOf(filters, entry)}
              onOpen={onOpen}
            />
          ))}
        </TableBody>
      </Table>
      <div className="flex flex-wrap items-center gap-3 pt-4 text-sm text-ink-3">
        {older.more ? (
          <Button busy={older.busy} onClick={() => older.read()}>
            {t(older.busy ? 'loadingOlder' : 'loadOlder')}
          </Button>
        ) : (
          t('end', { count: entries.length })
        )}
      </div>
    </div>
  )
}

const addressOf = (filters: AuditFilters, { sequence }: AuditEntry): string => {
  const address = auditAddress(filters)
  return `${address}${address.includes('?') ? '&' : '?'}entry=${sequence}`
}

interface RowProps {
  readonly entry: AuditEntry
  readonly open: boolean
  readonly wide: string
  readonly href: string
  readonly onOpen: (sequence: number) => void
}

const Row = ({ entry, open, wide, href, onOpen }: RowProps) => {
  const t = useTranslations('audit')
  const nameOf = useActionName()
  const { sequence, time, actor, action, tenant, result } = entry
  return (
    <TableRow
      data-sequence={sequence}
      data-action={action}
      data-result={result}
      className={classNames('cursor-pointer', open && 'bg-hover')}
      onClick={({ target }) => {
        // Links inside lead where they say.
        if (target instanceof Element && target.closest('a') === null) onOpen(sequence)
      }}
    >
      <TableCell className="pl-0 text-ink-2 max-sm:hidden">
        <ExactTime time={time} />
      </TableCell>
      <TableCell className="max-w-40 truncate max-sm:hidden" title={actor}>
        <Actor actor={actor} />
      </TableCell>
      <TableCell className="max-sm:py-2 max-sm:pl-0">
        <a
          href={href}
          id={`entry-${sequence}`}
          aria-label={`${nameOf(action)}, ${t('details.open', { sequence })}`}
          aria-current={open ? 'true' : undefined}
          className="font-medium underline-offset-2 hover:underline"
          onClick={(event) => {
            // With a modifier the browser opens a window of its own.
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            onOpen(sequence)
          }}
        >
          {nameOf(action)}
        </a>
        <span className="block truncate text-xs text-ink-2 sm:hidden">
          {tenant === null ? null : <span className="font-mono">{tenant} · </span>}
          <Actor actor={actor} /> · <RelativeTime time={time} />
        </span>
      </TableCell>
      <TableCell className="max-w-40 truncate max-sm:hidden">
        {tenant === null ? null : (
          <Link href={`/tenants/${tenant}`} className="font-mono text-sm underline-offset-2 hover:underline">
            {tenant}
          </Link>
        )}
      </TableCell>
      <TableCell className={classNames('max-w-48 truncate text-ink-2 max-md:hidden', wide)}>
        <Origin entry={entry} />
      </TableCell>
      <TableCell className="pr-0">
        <ActionResult result={result} />
      </TableCell>
    </TableRow>
  )
}

/** Nobody has signed in where a sign-in was refused. */
const Actor = ({ actor }: { actor: string }) => {
  const t = useTranslations('audit')
  return actor === '' ? <span className="text-ink-3">{t('nobody')}</span> : actor
}
