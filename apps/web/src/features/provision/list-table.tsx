'use client'

import type { CreateTenantInput, MarkedTenant } from '@pilot/contract'
import { Check, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { DataTable } from '../../components/data-table.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import { useSettingFacts } from '../../shared/tenant-form/setting-facts.tsx'

/** The rows of a list as they were understood, those with a fault first. */
export const ListTable = memo(function ListTable({ rows }: { rows: readonly MarkedTenant[] }) {
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
        keyOf={({ line }) => line}
        rowProps={({ name, faults }) => ({ 'data-row': name, 'data-faulty': faults.length > 0 })}
        headClassName="sticky top-0 bg-surface"
        columns={[
          {
            key: 'line',
            head: t('line'),
            numeric: true,
            cellClassName: 'text-ink-3',
            cell: ({ line }) => line,
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
            cellClassName: 'max-w-64 py-1.5 text-sm text-ink-2',
            cell: ({ domains, input }) => (
              <>
                <p className="truncate font-mono">{domains.join(' ')}</p>
                {input === null ? null : <Settings input={input} />}
              </>
            ),
          },
          {
            key: 'result',
            head: t('result'),
            cellClassName: 'py-1.5 text-sm',
            cell: (row) => <Result row={row} />,
          },
        ]}
      />
    </div>
  )
})

/** What else the line says. */
const Settings = ({ input }: { input: CreateTenantInput }) => {
  const said = useSettingFacts(input, { whole: false }).filter(({ key }) => key !== 'domains')
  return (
    <ul className="text-xs">
      {said.map(({ key, title, value }) => (
        <li key={key} className="flex gap-1.5">
          <span className="shrink-0 text-ink-3">{title}</span>
          <div className="min-w-0">{value}</div>
        </li>
      ))}
    </ul>
  )
}

const Result = ({ row: { faults, standing } }: { row: MarkedTenant }) => {
  const t = useTranslations('provision.list')
  const facts = useFacts()
  if (faults.length === 0)
    return (
      <span className="inline-flex items-center gap-1.5 text-ink-3">
        <Check aria-hidden className="size-4" />
        {t(`standing.${standing}`)}
      </span>
    )
  return (
    <ul>
      {faults.map((fault) => (
        <li key={facts.listFault(fault)} className="flex gap-1.5 text-alarm-ink">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {facts.listFault(fault)}
        </li>
      ))}
    </ul>
  )
}
