'use client'

import { useTranslations } from 'next-intl'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../components/table.tsx'

interface DataTableProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The same numbers as a picture shows, to read: closed until it is asked for. */
export const DataTable = ({ label, columns, rows }: DataTableProps) => {
  const t = useTranslations('tenant.figures')
  return (
    <details className="group pt-1 text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-ink-3 hover:text-ink">{label}</summary>
      <div className="mt-2 max-h-72 overflow-y-auto" tabIndex={0} role="group" aria-label={label}>
        {rows.length === 0 ? (
          <p className="text-ink-3">{t('noRows')}</p>
        ) : (
          <Table>
            <TableHead>
              <tr>
                {columns.map((column) => (
                  <TableHeaderCell key={column}>{column}</TableHeaderCell>
                ))}
              </tr>
            </TableHead>
            <TableBody>
              {rows.map((cells, row) => (
                <TableRow key={row}>
                  {cells.map((cell, column) => (
                    <TableCell key={column} className="h-7">
                      {cell}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </div>
    </details>
  )
}
