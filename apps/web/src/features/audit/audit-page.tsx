'use client'

import type { AuditEntry } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useQueryState, useQueryStates } from 'nuqs'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { AuditFilterBar } from './audit-filter-bar.tsx'
import { AuditTable } from './audit-table.tsx'
import { ChainState } from './chain-state.tsx'
import { EntryDetails } from './entry-details.tsx'
import { ExportMenu } from './export-menu.tsx'
import { auditParams, entryParam, noFilters, type AuditFilters } from './filters.ts'
import { useAudit } from './use-audit.ts'

interface AuditPageProps {
  /** What the server read for the address. */
  readonly first: { readonly filters: AuditFilters; readonly entries: readonly AuditEntry[] }
}

/** Who did what, from where and when, and how it ended. */
export const AuditPage = ({ first }: AuditPageProps) => {
  const t = useTranslations('audit')
  const [filters, setFilters] = useQueryStates(auditParams)
  const [open, setOpen] = useQueryState('entry', entryParam.withOptions({ history: 'push' }))
  const { entries, error, older } = useAudit(filters, first)
  return (
    <>
      <PageHeader title={t('title')} actions={<ExportMenu filters={filters} />}>
        <p className="max-w-prose">{t('about')}</p>
        <ChainState />
      </PageHeader>
      <AuditFilterBar
        filters={filters}
        onChange={(changed) => void setFilters(changed)}
        onClear={() => void setFilters(noFilters)}
      />
      {error === null ? null : <ProblemPanel problem={problemOf(error)} className="mb-4" />}
      <div className={open === null ? '' : 'grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]'}>
        {open === null ? null : (
          <EntryDetails
            key={open}
            sequence={open}
            onOpen={(sequence) => void setOpen(sequence)}
            onClose={() => void setOpen(null)}
          />
        )}
        <AuditTable
          entries={entries}
          filters={filters}
          open={open}
          older={older}
          onOpen={(sequence) => void setOpen(sequence)}
        />
      </div>
    </>
  )
}
