'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { memo, useEffect, useRef, type MouseEvent } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { classNames } from '../../components/class-names.ts'
import { hiddenBelow } from '../../components/column.tsx'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import { RowMenu } from './row-menu.tsx'
import { layout, type TenantColumn } from './tenant-columns.tsx'

interface TenantRowProps {
  readonly tenant: TenantStatus
  readonly columns: readonly TenantColumn[]
  readonly index: number
  readonly isChosen: boolean
  /** The one row that the Tab key reaches. */
  readonly isCurrent: boolean
  /** The keyboard moved here: the row takes the focus. */
  readonly takesFocus: boolean
  readonly mayAct: boolean
  readonly onChoose: (tenant: TenantStatus, index: number, range: boolean) => void
  readonly onCurrent: (index: number) => void
  readonly onAct: (action: BulkAction, tenant: TenantStatus) => void
}

export const TenantRow = memo(function TenantRow({
  tenant,
  columns,
  index,
  isChosen,
  isCurrent,
  takesFocus,
  mayAct,
  onChoose,
  onCurrent,
  onAct,
}: TenantRowProps) {
  const t = useTranslations('tenants')
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (takesFocus) row.current?.focus({ preventScroll: true })
  }, [takesFocus])

  const choose = (event: MouseEvent): void => {
    // A click with Shift anywhere in the row, but not on what does something by itself.
    if (!event.shiftKey || !mayAct || isControl(event.target)) return
    event.preventDefault()
    onChoose(tenant, index, true)
  }
  return (
    <div
      ref={row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      tabIndex={isCurrent ? 0 : -1}
      data-tenant={tenant.name}
      style={{ transform: `translateY(calc(var(--row) * ${index}))` }}
      onClick={choose}
      onFocus={() => onCurrent(index)}
      // Shift and a click mark text otherwise.
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault()
      }}
      className={classNames(
        layout,
        'group absolute inset-x-0 top-0 h-(--row) border-b -outline-offset-2 hover:bg-hover/60',
        isChosen && 'bg-sunken',
      )}
    >
      <div role="gridcell" className="flex">
        {mayAct ? (
          <Checkbox
            checked={isChosen}
            tabIndex={-1}
            aria-label={t('choose', { tenant: tenant.name })}
            onClick={(event) => {
              event.preventDefault()
              onChoose(tenant, index, event.shiftKey)
            }}
          />
        ) : null}
      </div>
      {columns.map(({ key, numeric, from, className, cellClassName, cell }) => (
        <div
          key={key}
          role="gridcell"
          className={classNames(
            numeric && 'text-right',
            from && hiddenBelow[from],
            className,
            typeof cellClassName === 'function' ? cellClassName(tenant) : cellClassName,
          )}
        >
          {cell(tenant, index)}
        </div>
      ))}
      <div role="gridcell" className="flex justify-end">
        <RowMenu tenant={tenant} onAct={onAct} />
      </div>
    </div>
  )
})

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, [role=checkbox]') !== null
