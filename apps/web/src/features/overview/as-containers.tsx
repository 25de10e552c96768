'use client'

import type { ComparisonSummary } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormats } from '../../i18n/use-formats.ts'
import { cheapestContainer } from '../../shared/comparisons/queries.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import { MeasureHere } from './measure-here.tsx'

interface AsContainersProps {
  /** Present tenants. */
  readonly tenants: number
  /** Of the machine, bytes. */
  readonly total: number
  /** The one that tells what a container takes here; undefined before there was one. */
  readonly comparison: ComparisonSummary | undefined
}

/** The bar to compare with: an empty outline for as long as nothing was measured here. */
export const AsContainers = ({ tenants, total, comparison }: AsContainersProps) => {
  const t = useTranslations('overview.containers')
  const formats = useFormats()
  const source = useComparisonSource()
  const container = comparison === undefined ? undefined : cheapestContainer(comparison)
  if (comparison === undefined || container === undefined)
    return (
      <div className="pt-5" data-as-containers="not-measured">
        <h3 className="pb-1.5 text-sm text-ink-2">{t('title')}</h3>
        <div className="flex min-h-12 items-center rounded-sm border border-dashed border-line-strong px-2.5 py-1.5 text-sm text-ink-2">
          <MeasureHere />
        </div>
      </div>
    )
  const bytes = tenants * container.each
  return (
    <div className="pt-5" data-as-containers={Math.round(bytes)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-1.5 text-sm">
        <h3 className="text-ink-2">{t('title')}</h3>
        <p className="font-medium">{formats.bytes(bytes)}</p>
      </div>
      <svg
        role="img"
        aria-label={`${t('title')}: ${formats.bytes(bytes)}`}
        className="block h-7 w-full rounded-sm bg-sunken ring-1 ring-line ring-inset"
        preserveAspectRatio="none"
      >
        <rect
          height="100%"
          style={{ width: `max(1.5px, ${Math.min(100, (bytes / total) * 100)}%)` }}
          className="fill-violet"
        />
      </svg>
      <p className="pt-1.5 text-xs text-ink-3">
        {t('formula', { count: tenants, each: formats.bytes(container.each), kind: container.variant })}{' '}
        {bytes > total ? `${t('tooMuch')} ` : ''}
        <Link
          href={source(comparison).href ?? '/compare'}
          className="underline underline-offset-2 hover:text-ink"
        >
          {source(comparison).text}
        </Link>
      </p>
    </div>
  )
}
