'use client'

import { TenantState } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { classNames } from '../../components/class-names.ts'
import { StateChip } from '../../components/state-chip.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

interface StateCountsProps {
  readonly counts: Readonly<Record<TenantState, number>>
}

/** How many tenants are in each state; each leads to their list. */
export const StateCounts = ({ counts }: StateCountsProps) => {
  const t = useTranslations('overview.counts')
  const formats = useFormats()
  const shown = TenantState.options.filter((state) => always.has(state) || counts[state] > 0)
  return (
    <nav aria-labelledby="counts" className="min-w-0">
      <h2 id="counts" className="pb-2 font-semibold">
        {t('title')}
      </h2>
      <ul className="grid grid-cols-2 gap-x-6">
        {shown.map((state) => (
          <li key={state} className="border-t">
            <Link
              href={`/tenants?state=${state}`}
              data-count={state}
              className="group flex h-8 items-center justify-between gap-3 hover:bg-hover/60"
            >
              <StateChip
                state={state}
                className={classNames(
                  counts[state] === 0 && 'font-normal text-ink-3 [&>svg]:opacity-40 [&>svg]:grayscale',
                )}
              />
              <span className={classNames('font-mono text-sm', counts[state] === 0 && 'text-ink-3')}>
                {formats.number(counts[state])}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

// The others are seen only where there are some: an alarm of zero is no news, but its place should not jump.
const always = new Set<TenantState>(['asleep', 'awake', 'failing', 'degraded', 'suspended', 'waking'])
