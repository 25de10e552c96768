'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { DataTable } from '../../components/data-table.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import type { ListRow, RowFault } from './read-list.ts'

/** The rows of a list as they were understood, those with a fault first. */
export const ListTable = memo(function ListTable({ rows }: { rows: readonly ListRow[] }) {
  const t = useTranslations('provision.list')
  const ordered = rows.toSorted((a, b) => Number(a.faults.length === 0) - Number(b.faults.length === 0))
  return (
    <div
      className="max-h-[60vh] overflow-y-auto rounded-md border"
      tabIndex={0}
      aria-label={t('rows')}
      role="region"
    >
      <DataTable
        inset
        rows={ordered}
        keyOf={({ number }) => number}
        rowProps={({ name, faults }) => ({ 'data-row': name, 'data-faulty': faults.length > 0 })}
        headClassName="sticky top-0 bg-surface"
        columns={[
          {
            key: 'line',
            head: t('line'),
            numeric: true,
            cellClassName: 'text-ink-3',
            cell: ({ number }) => number,
          },
          {
            key: 'name',
            head: t('name'),
            cellClassName: 'max-w-48 truncate font-mono text-sm',
            cell: ({ name }) => name,
          },
          {
            key: 'domains',
            head: t('domains'),
            cellClassName: 'max-w-64 truncate font-mono text-sm text-ink-2',
            cell: ({ domains }) => domains.join(' '),
          },
          {
            key: 'result',
            head: t('result'),
            cellClassName: 'py-1.5 text-sm',
            cell: ({ faults }) => <Result faults={faults} />,
          },
        ]}
      />
    </div>
  )
})

const Result = ({ faults }: { faults: readonly RowFault[] }) => {
  const t = useTranslations('provision.list')
  const facts = useFacts()
  const say = (fault: RowFault): string => {
    switch (fault.kind) {
      case 'invalid':
        return `${fault.field}: ${facts.inputFault(fault.fault)}`
      case 'twice':
        return t('twice', { line: fault.line })
      case 'domain-twice':
        return t('domainTwice', { domain: fault.domain, line: fault.line })
      case 'taken':
        return t('taken')
      case 'domain-taken':
        return t('domainTaken', { domain: fault.domain, tenant: fault.tenant })
    }
  }
  if (faults.length === 0)
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <Check aria-hidden className="size-4" />
        {t('fine')}
      </span>
    )
  return (
    <ul>
      {faults.map((fault) => (
        <li key={say(fault)} className="flex gap-1.5 text-alarm-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {say(fault)}
        </li>
      ))}
    </ul>
  )
}
