'use client'

import type { AuditEntry } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import type { Column } from '../../components/column.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ExactTime, RelativeTime } from '../../components/figures.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
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
  const columns = useColumns(filters, open, onOpen)
  if (entries === undefined) return <SkeletonRows rows={12} />
  if (entries.length === 0)
    return <EmptyState title={t(isUnfiltered(filters) ? 'empty.none' : 'empty.title')} />
  return (
    <div className="min-w-0">
      <DataTable
        rows={entries}
        columns={columns}
        keyOf={({ sequence }) => sequence}
        className="table-fixed sm:table-auto"
        rowProps={({ sequence, action, result }) => ({
          'data-sequence': sequence,
          'data-action': action,
          'data-result': result,
          className: classNames('cursor-pointer', sequence === open && 'bg-hover'),
          onClick: ({ target }) => {
            // Links inside lead where they say.
            if (target instanceof Element && target.closest('a') === null) onOpen(sequence)
          },
        })}
      />
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

const useColumns = (
  filters: AuditFilters,
  open: number | null,
  onOpen: (sequence: number) => void,
): Column<AuditEntry>[] => {
  const t = useTranslations('audit.columns')
  return [
    {
      key: 'time',
      head: t('time'),
      from: 'sm',
      cellClassName: 'text-ink-2',
      cell: ({ time }) => <ExactTime time={time} />,
    },
    {
      key: 'actor',
      head: t('actor'),
      from: 'sm',
      cellClassName: 'max-w-40 truncate',
      title: ({ actor }) => actor,
      cell: ({ actor }) => <Actor actor={actor} />,
    },
    {
      key: 'action',
      head: t('action'),
      cellClassName: 'max-sm:py-2',
      cell: (entry) => (
        <Action
          entry={entry}
          open={entry.sequence === open}
          href={addressOf(filters, entry)}
          onOpen={onOpen}
        />
      ),
    },
    {
      key: 'tenant',
      head: t('tenant'),
      from: 'sm',
      cellClassName: 'max-w-40 truncate',
      cell: ({ tenant }) =>
        tenant === null ? null : (
          <Link href={`/tenants/${tenant}`} className="font-mono text-sm underline-offset-2 hover:underline">
            {tenant}
          </Link>
        ),
    },
    {
      key: 'from',
      head: t('from'),
      from: 'md',
      // The details take its place.
      className: open === null ? '' : 'xl:hidden',
      cellClassName: 'max-w-48 truncate text-ink-2',
      cell: (entry) => <Origin entry={entry} />,
    },
    {
      key: 'result',
      head: t('result'),
      headClassName: 'max-sm:w-32',
      cell: ({ result }) => <ActionResult result={result} />,
    },
  ]
}

const addressOf = (filters: AuditFilters, { sequence }: AuditEntry): string => {
  const address = auditAddress(filters)
  return `${address}${address.includes('?') ? '&' : '?'}entry=${sequence}`
}

interface ActionProps {
  readonly entry: AuditEntry
  readonly open: boolean
  readonly href: string
  readonly onOpen: (sequence: number) => void
}

const Action = ({ entry: { sequence, time, actor, action, tenant }, open, href, onOpen }: ActionProps) => {
  const t = useTranslations('audit')
  const nameOf = useActionName()
  return (
    <>
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
    </>
  )
}

/** Nobody has signed in where a sign-in was refused. */
const Actor = ({ actor }: { actor: string }) => {
  const t = useTranslations('audit')
  return actor === '' ? <span className="text-ink-3">{t('nobody')}</span> : actor
}
