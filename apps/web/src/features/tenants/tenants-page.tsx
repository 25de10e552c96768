'use client'

import type { TenantStatus } from '@pilot/contract'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useQueryStates } from 'nuqs'
import { useCallback, useState } from 'react'
import { useMay } from '../../client/me.tsx'
import { useSettled } from '../../client/use-settled.ts'
import { Button } from '../../components/button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { powerActions, type BulkAction } from '../../shared/tenant/actions.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { NoTenants } from './no-tenants.tsx'
import { SearchField } from './search-field.tsx'
import { StateFilter } from './state-filter.tsx'
import { TenantGrid } from './tenant-grid.tsx'
import { useBulk } from './use-bulk.ts'
import { useChoose } from './use-choose.ts'
import { useSelection } from './use-selection.ts'
import { useTenantRows, type InitialList } from './use-tenant-rows.ts'
import { isWholeList, sortBy, viewParsers, type View } from './view.ts'

/** All tenants: found, sorted, chosen and acted on; changes of the machine come in by themselves. */
export const TenantsPage = ({ initial }: { initial: InitialList }) => {
  const t = useTranslations('tenants')
  const mayAct = useMay('operator')
  const [view, setView] = useQueryStates(viewParsers, { history: 'replace' })
  const [seen, setSeen] = useState({ first: 0, last: 30 })
  const q = useSettled(view.q, view.q === '' ? 0 : 150)
  const list = useTenantRows({ ...view, q }, seen, initial)
  const selection = useSelection()
  const choose = useChoose(list.shown, selection)
  const bulk = useBulk()
  const [asked, setAsked] = useState<readonly string[] | null>(null)

  const areDeleted = view.state.length === 1 && view.state[0] === 'deleted'

  const onSeen = useCallback(
    (first: number, last: number) =>
      setSeen((seen) => (seen.first === first && seen.last === last ? seen : { first, last })),
    [],
  )
  const change = (next: Partial<View>): void => {
    selection.clear()
    window.scrollTo({ top: 0 })
    void setView(next)
  }
  const act = (action: BulkAction, names: readonly string[]): void => {
    if (action === 'delete') setAsked(names)
    else void bulk.start(action, names).then(selection.clear)
  }
  const isEmptyMachine = isWholeList(list.shown) && list.total === 0 && (list.counts?.deleted ?? 0) === 0

  return (
    <>
      <TenantsHeader mayAct={mayAct} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pb-3">
        <SearchField
          value={view.q}
          onChange={(q) => {
            selection.clear()
            void setView({ q })
          }}
        />
        <StateFilter counts={list.counts} chosen={view.state} onChange={(state) => change({ state })} />
      </div>
      {list.problem === null ? null : (
        <ProblemPanel
          problem={list.problem}
          className="mb-3"
          action={
            <Button size="small" onClick={list.retry}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {list.total === 0 ? (
        <NoTenants
          isEmptyMachine={isEmptyMachine}
          mayAct={mayAct}
          onClear={() => change({ q: '', state: [] })}
        />
      ) : (
        <TenantGrid
          view={view}
          total={list.total}
          find={list.find}
          selection={selection}
          mayAct={mayAct}
          isLoading={list.isLoading}
          onSeen={onSeen}
          onSort={(sort) => change(sortBy(view, sort))}
          onChooseRange={(from, to) => choose({ from, to })}
          onChooseAll={() => choose({})}
          onAct={(action: BulkAction, tenant: TenantStatus) => act(action, [tenant.name])}
        />
      )}
      <BulkBar
        chosen={selection.names.size}
        total={list.total}
        actions={areDeleted ? ['delete'] : [...powerActions, 'delete']}
        run={bulk.run !== null && bulk.run.total > 1 ? bulk.run : null}
        onChooseAll={() => choose({})}
        onClear={selection.clear}
        onAct={(action) => act(action, [...selection.names])}
        onStop={bulk.stop}
        onDismiss={bulk.dismiss}
      />
      <DeleteDialog
        names={asked}
        areDeleted={areDeleted}
        onClose={() => setAsked(null)}
        onDelete={(names, options) => void bulk.start('delete', names, options).then(selection.clear)}
      />
    </>
  )
}

const TenantsHeader = ({ mayAct }: { mayAct: boolean }) => {
  const t = useTranslations('tenants')
  return (
    <PageHeader
      title={t('title')}
      actions={
        mayAct ? (
          <Button variant="primary" asChild>
            <Link href="/tenants/new">
              <Plus aria-hidden />
              {t('new')}
            </Link>
          </Button>
        ) : undefined
      }
    />
  )
}
