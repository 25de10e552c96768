'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { classNames } from '../../components/class-names.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import { GridHead } from './grid-head.tsx'
import { layout, useTenantColumns } from './tenant-columns.tsx'
import { TenantRow } from './tenant-row.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useRowWindow } from './use-row-window.ts'
import type { Selection } from './use-selection.ts'
import type { View } from './view.ts'

interface TenantGridProps {
  readonly view: View
  readonly total: number
  readonly find: (index: number) => TenantStatus | undefined
  readonly selection: Selection
  readonly mayAct: boolean
  readonly isLoading: boolean
  readonly onSeen: (first: number, last: number) => void
  readonly onSort: (sort: View['sort']) => void
  /** Chooses all rows from the one chosen last to this one. */
  readonly onChooseRange: (from: number, to: number) => void
  readonly onChooseAll: () => void
  readonly onAct: (action: BulkAction, tenant: TenantStatus) => void
}

/** The rows as one grid of `total` rows, of which those in and around the window exist. */
export const TenantGrid = (props: TenantGridProps) => {
  const { view, total, find, selection, mayAct, isLoading, onSeen, onSort, onChooseAll, onAct } = props
  const t = useTranslations('tenants')
  const router = useRouter()
  const columns = useTenantColumns()
  const { virtualizer, perWindow, placeBody } = useRowWindow(total, onSeen)
  const [current, setCurrent] = useState(0)
  const [focused, setFocused] = useState<number | null>(null)

  const choose = useChooseRow(props)
  const move = (index: number): void => {
    setCurrent(index)
    setFocused(index)
    virtualizer.scrollToIndex(index)
  }
  const onKeyDown = useListKeys({
    total,
    current,
    perWindow,
    onMove: move,
    onChoose: (range) => {
      const tenant = find(current)
      if (mayAct && tenant !== undefined) choose(tenant, current, range)
    },
    onOpen: () => {
      const tenant = find(current)
      if (tenant !== undefined) router.push(`/tenants/${tenant.name}`)
    },
    onClear: selection.clear,
  })
  const onCurrent = useCallback((index: number) => setCurrent(index), [])
  const rows = virtualizer.getVirtualItems()
  const reachable = rows.some(({ index }) => index === current) ? current : (rows[0]?.index ?? 0)
  return (
    <div
      role="grid"
      aria-label={t('title')}
      aria-rowcount={total + 1}
      aria-multiselectable={mayAct}
      aria-busy={isLoading}
      onKeyDown={onKeyDown}
      className="[--row:40px] max-sm:[--row:56px]"
    >
      <GridHead
        columns={columns}
        view={view}
        total={total}
        selection={selection}
        mayAct={mayAct}
        onSort={onSort}
        onChooseAll={onChooseAll}
      />
      <div
        ref={placeBody}
        role="rowgroup"
        style={{ height: `calc(var(--row) * ${total})` }}
        className={classNames('relative transition-opacity', isLoading && 'opacity-60 delay-150')}
      >
        {rows.map(({ index }) => {
          const tenant = find(index)
          return tenant === undefined ? (
            <RowToCome key={index} index={index} />
          ) : (
            <TenantRow
              key={tenant.name}
              tenant={tenant}
              columns={columns}
              index={index}
              isChosen={selection.names.has(tenant.name)}
              isCurrent={index === reachable}
              takesFocus={index === focused && index === current}
              mayAct={mayAct}
              onChoose={choose}
              onCurrent={onCurrent}
              onAct={onAct}
            />
          )
        })}
      </div>
    </div>
  )
}

const useChooseRow = ({ selection, onChooseRange }: Pick<TenantGridProps, 'selection' | 'onChooseRange'>) =>
  useCallback(
    (tenant: TenantStatus, index: number, range: boolean) => {
      if (range && selection.anchor !== null && selection.anchor !== index)
        onChooseRange(Math.min(selection.anchor, index), Math.max(selection.anchor, index))
      else selection.toggle(tenant.name, index)
    },
    [selection, onChooseRange],
  )

const RowToCome = ({ index }: { index: number }) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    style={{ transform: `translateY(calc(var(--row) * ${index}))` }}
    className={classNames(layout, 'absolute inset-x-0 top-0 h-(--row) border-b')}
  >
    <div role="gridcell" className="col-start-2">
      <Skeleton className="w-2/3" />
    </div>
    <div role="gridcell">
      <Skeleton className="w-1/2" />
    </div>
  </div>
)
