'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '../../i18n/use-formats.ts'

interface AsContainersProps {
  /** What the same tenants would take as containers, measured on this machine; null before that was done. */
  readonly measured: number | null
  /** Of the machine, both in bytes. */
  readonly total: number
}

/** The bar to compare with: an empty outline for as long as nothing was measured here. */
export const AsContainers = ({ measured, total }: AsContainersProps) => {
  const t = useTranslations('overview.containers')
  const formats = useFormats()
  return (
    <div className="pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-1.5 text-sm">
        <h3 className="text-ink-2">{t('title')}</h3>
        {measured === null ? null : <p className="font-medium">{formats.bytes(measured)}</p>}
      </div>
      <div className="relative flex h-7 items-center rounded-sm border border-dashed border-line-strong px-2.5 text-sm text-ink-3">
        {measured === null ? (
          t('notMeasured')
        ) : (
          <span
            className="absolute inset-y-0 left-0 bg-ink-3"
            style={{ width: `${Math.min(100, (measured / total) * 100)}%` }}
          />
        )}
      </div>
    </div>
  )
}
