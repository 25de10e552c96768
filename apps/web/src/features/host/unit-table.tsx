import type { UnitReport } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { classNames } from '../../components/class-names.ts'
import { DataTable } from '../../components/data-table.tsx'

/** Units in systemd's own words. */
export const UnitTable = ({ units }: { units: readonly UnitReport[] }) => {
  const t = useTranslations('host.units')
  const purposeOf = ({ unit }: UnitReport): string => {
    // Keys of messages hold no dots.
    const key = `words.${unit.replaceAll('.', '-')}` as 'words.caddy-service'
    return t.has(key) ? t(key) : ''
  }
  return (
    <DataTable
      rows={units}
      keyOf={({ unit }) => unit}
      rowProps={({ unit, active }) => ({ 'data-unit': unit, 'data-active': active })}
      columns={[
        {
          key: 'unit',
          head: t('unit'),
          cellClassName: 'font-mono text-sm max-md:py-2',
          cell: (unit) => (
            <>
              {unit.unit}
              <span className="block font-sans text-xs text-ink-2 md:hidden">{purposeOf(unit)}</span>
            </>
          ),
        },
        { key: 'purpose', head: t('purpose'), from: 'md', cellClassName: 'text-ink-2', cell: purposeOf },
        { key: 'state', head: t('state'), cell: (unit) => <UnitState unit={unit} /> },
        {
          key: 'account',
          head: t('account'),
          from: 'sm',
          cellClassName: 'font-mono text-sm text-ink-2',
          cell: ({ user }) => user ?? '',
        },
        {
          key: 'pid',
          head: t('pid'),
          numeric: true,
          from: 'sm',
          cellClassName: 'text-ink-2',
          cell: ({ mainPid }) => (mainPid === null || mainPid === 0 ? '' : mainPid),
        },
      ]}
    />
  )
}

const UnitState = ({ unit: { load, active, sub } }: { unit: UnitReport }) => {
  const t = useTranslations('host.units')
  if (load !== 'loaded') return <span className="text-ink-3">{t('notLoaded')}</span>
  return (
    <span className={classNames('font-mono text-sm', active === 'failed' && 'font-medium text-alarm-ink')}>
      {active} ({sub})
    </span>
  )
}
