'use client'

import { visible, type TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { DataTable } from '../../../components/data-table.tsx'

/** What runs as this tenant right now. */
export const Processes = ({ status: { processes, state } }: { status: TenantStatus }) => {
  const t = useTranslations('tenant.figures')
  return (
    <DataTable
      focusable
      rows={processes}
      keyOf={({ pid }) => pid}
      empty={t(state === 'asleep' ? 'noProcessesAsleep' : 'noProcesses')}
      columns={[
        {
          key: 'pid',
          head: t('pid'),
          numeric: true,
          headClassName: 'w-20',
          cellClassName: 'h-8 font-mono text-sm',
          cell: ({ pid }) => pid,
        },
        {
          key: 'command',
          head: t('command'),
          cellClassName: 'h-8 font-mono text-sm break-all',
          cell: ({ command }) => visible(command, '\t'),
        },
      ]}
    />
  )
}
