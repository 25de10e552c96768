'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../table.tsx'
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
          <Table focusable>
            <TableHead>
              <tr>
                {columns.map(({ key, label, format }) => (
                  <TableHeaderCell key={key} numeric={format !== undefined}>
                    {label}
                  </TableHeaderCell>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {rows.slice(-most).map((cells, row) => (
                <TableRow key={row}>
                  {columns.map((column, index) => (
                    <TableCell
                      key={column.key}
                      numeric={column.format !== undefined}
                      className="h-7 whitespace-nowrap"
                    >
                      {cellText(column, cells[index] ?? null)}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {rows.length > most ? <p className="py-2 text-xs text-ink-3">{t('cut', { most })}</p> : null}
        </div>
      ) : null}
    </details>
  )
}
