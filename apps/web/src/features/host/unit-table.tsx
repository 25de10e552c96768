import type { UnitReport } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { classNames } from '../../components/class-names.ts'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'

/** Units in systemd's own words. */
export const UnitTable = ({ units }: { units: readonly UnitReport[] }) => {
  const t = useTranslations('host.units')
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('unit')}</TableHeaderCell>
          <TableHeaderCell className="max-md:hidden">{t('purpose')}</TableHeaderCell>
          <TableHeaderCell>{t('state')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('account')}</TableHeaderCell>
          <TableHeaderCell numeric className="pr-0 max-sm:hidden">
            {t('pid')}
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {units.map((unit) => (
          <Row key={unit.unit} report={unit} />
        ))}
      </TableBody>
    </Table>
  )
}

const Row = ({ report: { unit, load, active, sub, user, mainPid } }: { report: UnitReport }) => {
  const t = useTranslations('host.units')
  // Keys of messages hold no dots.
  const key = `words.${unit.replaceAll('.', '-')}` as 'words.caddy-service'
  const about = t.has(key) ? t(key) : ''
  return (
    <TableRow data-unit={unit} data-active={active}>
      <TableCell className="pl-0 font-mono text-sm max-md:py-2">
        {unit}
        <span className="block font-sans text-xs text-ink-2 md:hidden">{about}</span>
      </TableCell>
      <TableCell className="text-ink-2 max-md:hidden">{about}</TableCell>
      <TableCell>
        {load === 'loaded' ? (
          <span
            className={classNames('font-mono text-sm', active === 'failed' && 'font-medium text-alarm-ink')}
          >
            {active} ({sub})
          </span>
        ) : (
          <span className="text-ink-3">{t('notLoaded')}</span>
        )}
      </TableCell>
      <TableCell className="font-mono text-sm text-ink-2 max-sm:hidden">{user ?? ''}</TableCell>
      <TableCell numeric className="pr-0 text-ink-2 max-sm:hidden">
        {mainPid === null || mainPid === 0 ? '' : mainPid}
      </TableCell>
    </TableRow>
  )
}
