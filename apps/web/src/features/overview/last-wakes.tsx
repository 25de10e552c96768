'use client'

import type { Wake } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Duration, RelativeTime } from '../../components/figures.tsx'
import { StateShape } from '../../components/state-chip.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'

/** Who woke, when, how long the start took, and whether it still runs. */
export const LastWakes = ({ wakes }: { wakes: readonly Wake[] }) => {
  const t = useTranslations('overview.wakes')
  if (wakes.length === 0) return <p className="text-ink-3">{t('none')}</p>
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('tenant')}</TableHeaderCell>
          <TableHeaderCell>{t('when')}</TableHeaderCell>
          <TableHeaderCell numeric title={t('description')}>
            {t('start')}
          </TableHeaderCell>
          <TableHeaderCell className="pr-0">{t('now')}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {wakes.slice(0, 8).map((wake) => (
          <TableRow key={`${wake.tenant} ${wake.at}`}>
            <TableCell className="max-w-40 truncate pl-0">
              <Link
                href={`/tenants/${wake.tenant}`}
                className="font-mono text-sm underline-offset-2 hover:underline"
              >
                {wake.tenant}
              </Link>
            </TableCell>
            <TableCell className="text-ink-2">
              <RelativeTime time={wake.at} />
            </TableCell>
            <TableCell numeric>
              <Duration value={wake.startMilliseconds} />
            </TableCell>
            <TableCell className="pr-0 whitespace-nowrap">
              <Outcome wake={wake} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const Outcome = ({ wake: { endedAt, result, at } }: { wake: Wake }) => {
  const t = useTranslations('overview.wakes')
  if (endedAt === null)
    return (
      <span className="inline-flex items-center gap-1.5 text-awake-ink">
        <StateShape state="awake" />
        {t('running')}
      </span>
    )
  if (result !== null && result !== 'success')
    return <span className="font-medium text-alarm-ink">{t('failed', { result })}</span>
  return (
    <span className="text-ink-2">
      {t.rich('ended', { time: () => <Duration value={Date.parse(endedAt) - Date.parse(at)} /> })}
    </span>
  )
}
