'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { classNames } from '../../components/class-names.ts'
import { hiddenBelow, SortButton, type Sorted } from '../../components/column.tsx'
import { layout, type TenantColumn } from './tenant-columns.tsx'
import type { Selection } from './use-selection.ts'
import type { View } from './view.ts'

interface GridHeadProps {
  readonly columns: readonly TenantColumn[]
  readonly view: View
  readonly total: number
  readonly selection: Selection
  readonly mayAct: boolean
  readonly onSort: (sort: View['sort']) => void
  readonly onChooseAll: () => void
}

/** The first row of the grid: what chooses all, and what the list is sorted by. */
export const GridHead = ({ columns, view, total, selection, mayAct, onSort, onChooseAll }: GridHeadProps) => {
  const t = useTranslations('tenants')
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classNames(
        layout,
        'sticky top-0 z-10 h-9 border-b bg-paper text-xs text-ink-3 max-sm:top-12',
      )}
    >
      <Plain>
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
      </Plain>
      {columns.map((column) => (
        <Head key={column.key} column={column} view={view} onSort={onSort} />
      ))}
      <Plain>
        <span className="sr-only">{t('column.menu')}</span>
      </Plain>
    </div>
  )
}

interface HeadProps extends Pick<GridHeadProps, 'view' | 'onSort'> {
  readonly column: TenantColumn
}

const Head = ({
  column: { head, sort, numeric, from, className, headClassName },
  view,
  onSort,
}: HeadProps) => {
  const classes = classNames(numeric && 'justify-end', from && hiddenBelow[from], className, headClassName)
  if (sort === undefined) return <Plain className={classes}>{head}</Plain>
  const sorted = sortedBy(view, sort)
  return (
    <div role="columnheader" aria-sort={sorted} className={classNames('min-w-0', classes)}>
      <SortButton sorted={sorted} onSort={() => onSort(sort)}>
        {head}
      </SortButton>
    </div>
  )
}

const Plain = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div role="columnheader" className={classNames('flex min-w-0 items-center font-medium', className)}>
    {children}
  </div>
)

const sortedBy = ({ sort, desc }: View, column: View['sort']): Sorted => {
  if (sort !== column) return 'none'
  return desc ? 'descending' : 'ascending'
}
