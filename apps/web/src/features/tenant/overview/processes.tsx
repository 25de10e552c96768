'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../components/table.tsx'
import { visibleText } from '../logs/visible-text.ts'

/** What runs as this tenant right now. */
export const Processes = ({ status: { processes, state } }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.figures')
  if (processes.length === 0)
    return <p className="text-ink-2">{t(state === 'asleep' ? 'noProcessesAsleep' : 'noProcesses')}</p>
  return (
    <Table focusable>
      <TableHead>
        <tr>
          <TableHeaderCell numeric className="w-20 pl-0">
            {t('pid')}
          </TableHeaderCell>
          <TableHeaderCell>{t('command')}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {processes.map(({ pid, command }) => (
          <TableRow key={pid}>
            <TableCell numeric className="h-8 pl-0 font-mono text-sm">
              {pid}
            </TableCell>
            <TableCell className="h-8 font-mono text-sm break-all">{visibleText(command)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
