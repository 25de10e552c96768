import { useTranslations } from 'next-intl'
import { DataTable } from '../../components/data-table.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { about, fits } from './cost.ts'
import type { VariantCost } from './growth.ts'

interface RoomProps {
  readonly lines: readonly VariantCost[]
  /** What the machine had free, bytes. */
  readonly free: number
}

/** How many of each this machine has room for. */
export const Room = ({ lines, free }: RoomProps) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  return (
    <section aria-labelledby="room" className="max-lg:pt-6">
      <h3 id="room" className="font-semibold">
        {t('room.title')}
      </h3>
      <p className="max-w-prose pt-0.5 pb-2 text-sm text-ink-2">
        {t('room.formula', { size: formats.bytes(free) })}
      </p>
      <DataTable
        focusable
        rows={lines}
        keyOf={({ variant }) => variant}
        rowProps={({ variant }) => ({ 'data-room': variant })}
        columns={[
          { key: 'variant', head: t('columns.variant'), cell: ({ variant }) => t(`variants.${variant}`) },
          {
            key: 'each',
            head: t('columns.each'),
            numeric: true,
            cell: ({ cost }) => formats.bytes(cost.each),
          },
          {
            key: 'once',
            head: t('columns.once'),
            numeric: true,
            cell: ({ cost }) => formats.bytes(cost.fixed),
          },
          {
            key: 'fits',
            head: t('columns.fits'),
            numeric: true,
            cellClassName: 'font-medium',
            cell: ({ cost }) => {
              const count = fits(cost, free)
              return count === null ? t('room.unknown') : t('room.about', { count: about(count) })
            },
          },
        ]}
      />
    </section>
  )
}
