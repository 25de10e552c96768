import type { Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { DataTable } from '../../../components/data-table.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'

/** The same wakes as the strip shows, to read: closed until it is asked for. */
export const WakesTable = ({ wakes }: { wakes: readonly Wake[] }) => {
  const t = useTranslations('tenant.day')
  const figures = useTranslations('tenant.figures')
  const formats = useFormats()
  return (
    <details className="group pt-1 text-sm">
      <summary className="w-fit cursor-pointer rounded-sm text-xs text-ink-3 hover:text-ink">
        {t('table')}
      </summary>
      <div className="mt-2 max-h-72 overflow-y-auto" tabIndex={0} role="group" aria-label={t('table')}>
        <DataTable
          inset
          rows={wakes}
          keyOf={({ at }) => at}
          empty={<p className="text-ink-3">{figures('noRows')}</p>}
          columns={[
            { key: 'woke', head: t('woke'), cellClassName, cell: ({ at }) => formats.exact(at) },
            {
              key: 'start',
              head: t('start'),
              cellClassName,
              cell: ({ startMilliseconds }) => formats.duration(startMilliseconds),
            },
            {
              key: 'slept',
              head: t('slept'),
              cellClassName,
              cell: ({ endedAt }) => (endedAt === null ? t('running') : formats.exact(endedAt)),
            },
            {
              key: 'lasted',
              head: t('lasted'),
              cellClassName,
              cell: ({ at, endedAt }) =>
                endedAt === null ? '' : formats.duration(Date.parse(endedAt) - Date.parse(at)),
            },
            { key: 'result', head: t('result'), cellClassName, cell: ({ result }) => result ?? '' },
          ]}
        />
      </div>
    </details>
  )
}

const cellClassName = 'h-7'
