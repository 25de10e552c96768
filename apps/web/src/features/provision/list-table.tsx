'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
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
      <Table>
        <TableHead className="sticky top-0 bg-surface">
          <tr>
            <TableHeaderCell numeric>{t('line')}</TableHeaderCell>
            <TableHeaderCell>{t('name')}</TableHeaderCell>
            <TableHeaderCell>{t('domains')}</TableHeaderCell>
            <TableHeaderCell>{t('result')}</TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {ordered.map((row) => (
            <TableRow key={row.number} data-row={row.name} data-faulty={row.faults.length > 0}>
              <TableCell numeric className="text-ink-3">
                {row.number}
              </TableCell>
              <TableCell className="max-w-48 truncate font-mono text-sm">{row.name}</TableCell>
              <TableCell className="max-w-64 truncate font-mono text-sm text-ink-2">
                {row.domains.join(' ')}
              </TableCell>
              <TableCell className="py-1.5 text-sm">
                <Result faults={row.faults} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
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
