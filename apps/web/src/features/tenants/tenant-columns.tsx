import { formatTimeSpan, type TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { classNames } from '../../components/class-names.ts'
import type { Column } from '../../components/column.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import type { View } from './view.ts'

/** The same for head and rows: all from 1,024 px on, fewer below, and one of two lines on a phone. */
export const layout =
  'grid items-center gap-x-3 px-2 grid-cols-[1rem_minmax(9rem,1.1fr)_minmax(12rem,1fr)_minmax(10rem,1.5fr)_5rem_8.5rem_7.5rem_1.75rem] max-lg:grid-cols-[1rem_minmax(9rem,1fr)_minmax(12rem,1fr)_minmax(9rem,1fr)_1.75rem] max-sm:grid-cols-[1rem_minmax(0,1fr)_auto_1.75rem]'

export interface TenantColumn extends Column<TenantStatus> {
  /** What the list is sorted by at a click on its head. */
  readonly sort?: View['sort']
}

/** What the list tells of a tenant, between the box that chooses it and its menu. */
export const useTenantColumns = (): readonly TenantColumn[] => {
  const t = useTranslations('tenants')
  // Rows are drawn again only where something of theirs changed.
  return useMemo(
    () => [
      {
        key: 'name',
        head: t('column.name'),
        sort: 'name',
        className: 'min-w-0',
        cell: (tenant) => <Name tenant={tenant} />,
      },
      {
        key: 'state',
        head: t('column.state'),
        sort: 'state',
        className: 'min-w-0',
        headClassName: 'max-sm:justify-self-end',
        cellClassName: 'flex items-baseline gap-2 max-sm:flex-col max-sm:items-end max-sm:gap-0',
        cell: (tenant) => (
          <>
            <LiveState tenant={tenant} />
            {tenant.since === null ? null : (
              <span className="truncate text-xs text-ink-3">
                <RelativeTime time={tenant.since} />
              </span>
            )}
          </>
        ),
      },
      {
        key: 'domains',
        head: t('column.domains'),
        from: 'sm',
        cellClassName: 'flex min-w-0 items-baseline gap-1.5',
        cell: (tenant) => <Domains tenant={tenant} />,
      },
      {
        key: 'idle',
        head: t('column.idle'),
        numeric: true,
        from: 'lg',
        cellClassName: 'text-ink-2',
        cell: ({ spec }) => formatTimeSpan(spec.idle),
      },
      {
        key: 'kind',
        head: t('column.kind'),
        from: 'lg',
        cellClassName: 'truncate text-ink-2',
        cell: ({ spec }) => `${t(`kind.${spec.scope}`)}, ${t(`kind.${spec.activation}`)}`,
      },
      {
        key: 'created',
        head: t('column.created'),
        sort: 'created',
        from: 'lg',
        cellClassName: 'text-ink-2',
        cell: ({ createdAt }) => <RelativeTime time={createdAt} />,
      },
    ],
    [t],
  )
}

interface OfTenant {
  readonly tenant: TenantStatus
}

const Name = ({ tenant: { name, spec } }: OfTenant) => (
  <>
    <Link
      href={`/tenants/${name}`}
      prefetch={false}
      tabIndex={-1}
      className="block truncate font-mono text-sm font-medium underline-offset-2 hover:underline"
    >
      {name}
    </Link>
    <span className="hidden truncate text-xs text-ink-3 max-sm:block">{spec.domains[0]}</span>
  </>
)

// A quiet mark fades behind a state that changed while it was looked at: a new element begins with it.
const LiveState = ({ tenant: { state } }: OfTenant) => {
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

const Domains = ({ tenant: { spec, urls, state } }: OfTenant) => {
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
