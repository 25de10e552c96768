'use client'

import type { Percentiles, WakeTimes } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

export const WakeParts = ({ times }: { times: WakeTimes | undefined }) => {
  const t = useTranslations('charts.wakes')
  const formats = useFormats()
  const rows: [string, string, Percentiles | null | undefined][] = [
    [t('whole'), t('wholeHint'), times?.whole],
    [t('start'), t('startHint'), times?.start],
    [t('ready'), t('readyHint'), times?.ready],
    [t('firstByte'), t('firstByteHint'), times?.firstByte],
  ]
  return (
    <div className="pt-3" data-wake-parts>
      <Table focusable>
        <TableHead>
          <tr>
            <TableHeaderCell className="pl-0">{t('part')}</TableHeaderCell>
            <TableHeaderCell numeric>{t('p50')}</TableHeaderCell>
            <TableHeaderCell numeric>{t('p95')}</TableHeaderCell>
            <TableHeaderCell numeric>{t('p99')}</TableHeaderCell>
            <TableHeaderCell numeric className="pr-0">
              {t('n')}
            </TableHeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map(([label, hint, found]) => (
            <TableRow key={label}>
              <TableCell className="py-1 pl-0">
                {label}
                <span className="block text-xs text-ink-3">{hint}</span>
              </TableCell>
              {found == null ? (
                <TableCell numeric colSpan={4} className="pr-0 text-ink-3">
                  {found === null ? formats.duration(null) : '…'}
                </TableCell>
              ) : (
                <>
                  {[found.p50, found.p95, found.p99].map((value, index) => (
                    <TableCell key={index} numeric className="whitespace-nowrap">
                      {formats.duration(value)}
                    </TableCell>
                  ))}
                  <TableCell numeric className="pr-0">
                    {formats.number(found.n)}
                  </TableCell>
                </>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  )
}
