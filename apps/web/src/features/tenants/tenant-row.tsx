'use client'

import type { TenantStatus } from '@pilot/contract'
import { formatTimeSpan } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { memo, useEffect, useRef, useState, type MouseEvent } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { classNames } from '../../components/class-names.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import { columns, notOnPhone, wideOnly } from './columns.ts'
import { RowMenu } from './row-menu.tsx'

interface TenantRowProps {
  readonly tenant: TenantStatus
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
        columns,
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
      <div role="gridcell" className="min-w-0">
        <Link
          href={`/tenants/${tenant.name}`}
          prefetch={false}
          tabIndex={-1}
          className="block truncate font-mono text-sm font-medium underline-offset-2 hover:underline"
        >
          {tenant.name}
        </Link>
        <span className="hidden truncate text-xs text-ink-3 max-sm:block">{tenant.spec.domains[0]}</span>
      </div>
      <div
        role="gridcell"
        className="flex min-w-0 items-baseline gap-2 max-sm:flex-col max-sm:items-end max-sm:gap-0"
      >
        <LiveState tenant={tenant} />
        {tenant.since === null ? null : (
          <span className="truncate text-xs text-ink-3">
            <RelativeTime time={tenant.since} />
          </span>
        )}
      </div>
      <div role="gridcell" className={classNames('flex min-w-0 items-baseline gap-1.5', notOnPhone)}>
        <Domains tenant={tenant} />
      </div>
      <div role="gridcell" className={classNames('text-right text-ink-2', wideOnly)}>
        {formatTimeSpan(tenant.spec.idle)}
      </div>
      <div role="gridcell" className={classNames('truncate text-ink-2', wideOnly)}>
        {t(`kind.${tenant.spec.scope}`)}, {t(`kind.${tenant.spec.activation}`)}
      </div>
      <div role="gridcell" className={classNames('text-ink-2', wideOnly)}>
        <RelativeTime time={tenant.createdAt} />
      </div>
      <div role="gridcell" className="flex justify-end">
        <RowMenu tenant={tenant} onAct={onAct} />
      </div>
    </div>
  )
})

// A quiet mark fades behind a state that changed while it was looked at: a new element begins with it.
const LiveState = ({ tenant: { state } }: { tenant: TenantStatus }) => {
  const [last, setLast] = useState(state)
  const [changes, setChanges] = useState(0)
  if (last !== state) {
    setLast(state)
    setChanges(changes + 1)
  }
  return (
    <StateChip
      key={changes}
      state={state}
      className={classNames(
        '-mx-1 rounded-sm px-1',
        changes > 0 && 'transition-[background-color] duration-[1500ms] starting:bg-awake-soft',
      )}
    />
  )
}

const Domains = ({ tenant: { spec, urls, state } }: { tenant: TenantStatus }) => {
  const [domain] = spec.domains
  if (domain === undefined) return null
  const [url] = urls
  return (
    <>
      {url === undefined || state === 'deleted' ? (
        <span className="truncate text-ink-2">{domain}</span>
      ) : (
        <a
          href={url}
          target="_blank"
          rel="noopener"
          tabIndex={-1}
          className="truncate text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          {domain}
        </a>
      )}
      {spec.domains.length > 1 ? (
        <span className="text-xs text-ink-3" title={spec.domains.slice(1).join('\n')}>
          +{spec.domains.length - 1}
        </span>
      ) : null}
    </>
  )
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, [role=checkbox]') !== null
