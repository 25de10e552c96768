'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '../data-table.tsx'
import { cellText, type ChartData } from './chart-data.ts'

/** More would make the page slow; the CSV has them all. */
const most = 500

/** The same numbers as the picture shows, to read: closed until it is asked for. */
export const ChartTable = ({ title, data: { columns, rows } }: { title: string; data: ChartData }) => {
  const t = useTranslations('charts')
  const [open, setOpen] = useState(false)
  return (
    <details className="pt-1 text-sm" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-ink-3 hover:text-ink">
        {t('table', { count: rows.length })}
      </summary>
      {open ? (
        <div className="mt-2 max-h-80 overflow-y-auto" role="group" aria-label={title}>
          <DataTable
            focusable
            inset
            rows={rows.slice(-most)}
            keyOf={(_, index) => index}
            columns={columns.map((column, index) => ({
              key: column.key,
              head: column.label,
              numeric: column.format !== undefined,
              cellClassName: 'h-7 whitespace-nowrap',
              cell: (cells: ChartData['rows'][number]) => cellText(column, cells[index] ?? null),
            }))}
          />
          {rows.length > most ? <p className="py-2 text-xs text-ink-3">{t('cut', { most })}</p> : null}
        </div>
      ) : null}
    </details>
  )
}
