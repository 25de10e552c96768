'use client'

import type { TenantStatus } from '@pilot/contract'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useCallback, useState, type ReactNode } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { classNames } from '../../components/class-names.ts'
import { Skeleton } from '../../components/skeleton.tsx'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import { columns, notOnPhone, wideOnly } from './columns.ts'
import { SortHeader } from './sort-header.tsx'
import { TenantRow } from './tenant-row.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useNarrow } from './use-narrow.ts'
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

// As --row below: the place of a row is written in CSS, so that a phone needs no second layout after the first.
const rowHeight = 40
const rowHeightOnPhone = 56
const headHeight = 36

/** The rows as one grid of `total` rows, of which those in and around the window exist. */
export const TenantGrid = (props: TenantGridProps) => {
  const {
    view,
    total,
    find,
    selection,
    mayAct,
    isLoading,
    onSeen,
    onSort,
    onChooseRange,
    onChooseAll,
    onAct,
  } = props
  const t = useTranslations('tenants')
  const router = useRouter()
  const height = useNarrow() ? rowHeightOnPhone : rowHeight
  const [top, setTop] = useState(0)
  const [current, setCurrent] = useState(0)
  const [focused, setFocused] = useState<number | null>(null)

  const virtualizer = useWindowVirtualizer({
    count: total,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: headHeight + 8,
    scrollPaddingEnd: 72,
    // What the server renders, before there is a window.
    initialRect: { width: 1200, height: 1000 },
    onChange: ({ range }) => {
      if (range !== null) onSeen(range.startIndex, range.endIndex)
    },
  })
  const place = useCallback((body: HTMLDivElement | null) => {
    if (body !== null) setTop(body.getBoundingClientRect().top + window.scrollY)
  }, [])

  const choose = useCallback(
    (tenant: TenantStatus, index: number, range: boolean) => {
      if (range && selection.anchor !== null && selection.anchor !== index)
        onChooseRange(Math.min(selection.anchor, index), Math.max(selection.anchor, index))
      else selection.toggle(tenant.name, index)
    },
    [selection, onChooseRange],
  )
  const move = (index: number): void => {
    setCurrent(index)
    setFocused(index)
    virtualizer.scrollToIndex(index)
  }
  const onKeyDown = useListKeys({
    total,
    current,
    perWindow: Math.max(1, Math.floor(((virtualizer.scrollRect?.height ?? 800) - 120) / height)),
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
      <div
        role="row"
        aria-rowindex={1}
        className={classNames(
          columns,
          'sticky top-0 z-10 h-9 border-b bg-paper text-xs text-ink-3 max-sm:top-12',
        )}
      >
        <Head>
          {mayAct ? (
            <Checkbox
              aria-label={t('bulk.chooseAll', { count: total })}
              checked={
                selection.names.size === 0 ? false : selection.names.size >= total ? true : 'indeterminate'
              }
              onCheckedChange={() => (selection.names.size > 0 ? selection.clear() : onChooseAll())}
            />
          ) : (
            <span className="sr-only">{t('column.chosen')}</span>
          )}
        </Head>
        <SortHeader sort="name" view={view} onSort={onSort}>
          {t('column.name')}
        </SortHeader>
        <SortHeader sort="state" view={view} onSort={onSort} className="max-sm:justify-self-end">
          {t('column.state')}
        </SortHeader>
        <Head className={notOnPhone}>{t('column.domains')}</Head>
        <Head className={classNames('justify-end', wideOnly)}>{t('column.idle')}</Head>
        <Head className={wideOnly}>{t('column.kind')}</Head>
        <SortHeader sort="created" view={view} onSort={onSort} className={wideOnly}>
          {t('column.created')}
        </SortHeader>
        <Head>
          <span className="sr-only">{t('column.menu')}</span>
        </Head>
      </div>
      <div
        ref={place}
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

const Head = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div role="columnheader" className={classNames('flex min-w-0 items-center font-medium', className)}>
    {children}
  </div>
)

const RowToCome = ({ index }: { index: number }) => (
  <div
    role="row"
    aria-rowindex={index + 2}
    style={{ transform: `translateY(calc(var(--row) * ${index}))` }}
    className={classNames(columns, 'absolute inset-x-0 top-0 h-(--row) border-b')}
  >
    <div role="gridcell" className="col-start-2">
      <Skeleton className="w-2/3" />
    </div>
    <div role="gridcell">
      <Skeleton className="w-1/2" />
    </div>
  </div>
)
