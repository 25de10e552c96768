'use client'

import type { ComparisonSummary, Overview } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../i18n/use-formats.ts'
import { AsContainers } from './as-containers.tsx'

interface MemoryBarsProps {
  readonly overview: Pick<Overview, 'memory' | 'total'>
  /** What containers take here; undefined before it was measured, null where that is not known yet. */
  readonly comparison: ComparisonSummary | undefined | null
}

/** What the tenants take now, at true scale against this machine's memory; below it the same as containers. */
export const MemoryBars = ({ overview, comparison }: MemoryBarsProps) => {
  const t = useTranslations('overview.memory')
  const formats = useFormats()
  const { tenants, pilot, systemd, total, available } = overview.memory
  const parts = [
    { id: 'tenants', bytes: tenants.pss, look: 'fill-awake', swatch: 'bg-awake' },
    { id: 'systemd', bytes: systemd.pss, look: 'fill-ink-3', swatch: 'bg-ink-3' },
    { id: 'pilot', bytes: pilot.pss, look: 'fill-line-strong', swatch: 'bg-line-strong' },
  ] as const
  return (
    <section aria-labelledby="memory-now" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-2">
        <h2 id="memory-now" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-sm text-ink-3">
          {t('scale', { total: formats.bytes(total), free: formats.bytes(available) })}
        </p>
      </div>
      <Scale parts={parts} total={total} label={t('title')} />
      <dl className="flex flex-wrap gap-x-6 gap-y-1 pt-3 text-sm">
        {parts.map(({ id, bytes, swatch }) => (
          <div key={id} className="flex min-w-0 items-baseline gap-2">
            <span aria-hidden className={`size-2 shrink-0 rounded-xs ${swatch}`} />
            <dt className="text-ink-2">{t(id)}</dt>
            <dd className={bytes === null ? 'text-ink-3' : 'font-medium whitespace-nowrap'}>
              {id === 'tenants' && tenants.processes === 0 ? t('nothing') : formats.bytes(bytes)}
            </dd>
          </div>
        ))}
      </dl>
      {comparison === null ? null : (
        <AsContainers tenants={overview.total} total={total} comparison={comparison} />
      )}
    </section>
  )
}

interface ScaleProps {
  readonly parts: readonly { readonly id: string; readonly bytes: number | null; readonly look: string }[]
  readonly total: number
  readonly label: string
}

// True to scale: what is thinner than the screen can show is one pixel wide, so that it can be seen at all.
const Scale = ({ parts, total, label }: ScaleProps) => {
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-7 w-full rounded-sm bg-sunken ring-1 ring-line ring-inset"
      preserveAspectRatio="none"
    >
      {parts.map(({ id, bytes, look }, index) => {
        const before = parts.slice(0, index).reduce((sum, part) => sum + (part.bytes ?? 0), 0)
        if (bytes === null || bytes === 0) return null
        return (
          <rect
            key={id}
            x={`${(before / total) * 100}%`}
            style={{ width: `max(1.5px, ${(bytes / total) * 100}%)` }}
            height="100%"
            className={look}
          />
        )
      })}
    </svg>
  )
}
