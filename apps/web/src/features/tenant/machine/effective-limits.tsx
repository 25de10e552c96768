import type { Limits, TenantInspection } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { DataTable } from '../../../components/data-table.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'

interface EffectiveLimitsProps {
  readonly wished: Limits
  readonly effective: TenantInspection['limits']
}

const limits = ['memoryMax', 'cpuQuota', 'tasksMax'] as const

/** The limits as they were wished, beside those that the kernel keeps. */
export const EffectiveLimits = ({ wished, effective }: EffectiveLimitsProps) => {
  const t = useTranslations('tenant.sandbox')
  const common = useTranslations('common')
  const formats = useFormats()
  const write = {
    memoryMax: (value: number) => formats.bytes(value),
    cpuQuota: (value: number) => t('percentOfCore', { percent: value }),
    tasksMax: (value: number) => formats.number(value),
  }
  return (
    <DataTable
      focusable
      className="max-w-3xl"
      rows={limits}
      keyOf={(limit) => limit}
      rowProps={(limit) => ({ 'data-limit': limit })}
      columns={[
        { key: 'limit', head: t('limit'), cell: (limit) => t(limit) },
        {
          key: 'wished',
          head: t('wished'),
          numeric: true,
          cellClassName: 'text-ink-2',
          cell: (limit) => {
            const wish = wished[limit]
            return wish === undefined ? t('notLimited') : write[limit](wish)
          },
        },
        {
          key: 'effective',
          head: t('effective'),
          numeric: true,
          cellClassName: (limit) =>
            // Without a wish systemd's own default counts, such as for TasksMax.
            wished[limit] !== undefined && wished[limit] !== effective[limit]
              ? 'font-medium text-alarm-ink'
              : '',
          cell: (limit) => {
            const real = effective[limit]
            return real === null ? common('unlimited') : write[limit](real)
          },
        },
      ]}
    />
  )
}
