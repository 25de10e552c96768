'use client'

import { ComparisonRef, type ComparisonSummary } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { useMay } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../components/class-names.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { ExactTime } from '../../components/figures.tsx'
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../components/table.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { cheapestContainer, comparisonAddress } from '../../shared/comparisons/queries.ts'
import { lastedOf } from '../../shared/comparisons/use-comparison-words.ts'

/** Every comparison of this machine, newest first. */
export const History = ({ comparisons }: { comparisons: readonly ComparisonSummary[] }) => {
  const t = useTranslations('compare')
  if (comparisons.length === 0) return <p className="text-ink-2">{t('history.none')}</p>
  return (
    <Table>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('history.begun')}</TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('history.state')}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t('columns.count')}
          </TableHeaderCell>
          <TableHeaderCell numeric>{t('variants.tenant')}</TableHeaderCell>
          <TableHeaderCell numeric>{t('history.container')}</TableHeaderCell>
          <TableHeaderCell numeric className="max-sm:hidden">
            {t('history.lasted')}
          </TableHeaderCell>
          <TableHeaderCell className="max-sm:hidden">{t('history.actor')}</TableHeaderCell>
          <TableHeaderCell className="relative pr-0">
            <span className="sr-only">{t('history.actions')}</span>
          </TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {comparisons.map((comparison) => (
          <Row key={comparison.id} comparison={comparison} />
        ))}
      </TableBody>
    </Table>
  )
}

const Row = ({ comparison }: { comparison: ComparisonSummary }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const { id, state, startedAt, count, actor, perTenant } = comparison
  const container = cheapestContainer(comparison)
  return (
    <TableRow data-comparison={id}>
      <TableCell className="py-1 pl-0">
        <Link href={comparisonAddress(id)} className="font-medium underline-offset-2 hover:underline">
          <ExactTime time={startedAt} />
        </Link>
        <span className="block text-xs text-ink-2 sm:hidden">
          {t(`runStates.${state}`)} · {formats.number(count)}
        </span>
      </TableCell>
      <TableCell
        className={classNames(
          'max-sm:hidden',
          state === 'failed' ? 'font-medium text-alarm-ink' : 'text-ink-2',
        )}
      >
        {t(`runStates.${state}`)}
      </TableCell>
      <TableCell numeric className="max-sm:hidden">
        {formats.number(count)}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {formats.bytes(perTenant.tenant ?? null)}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap">
        {container === undefined
          ? formats.bytes(null)
          : t('history.containerSize', { size: formats.bytes(container.each), kind: container.variant })}
      </TableCell>
      <TableCell numeric className="whitespace-nowrap max-sm:hidden">
        {state === 'running' ? '…' : formats.duration(lastedOf(comparison))}
      </TableCell>
      <TableCell className="max-w-32 truncate text-ink-2 max-sm:hidden" title={actor}>
        {actor}
      </TableCell>
      <TableCell numeric className="pr-0">
        {state === 'running' ? null : <Remove comparison={comparison} />}
      </TableCell>
    </TableRow>
  )
}

const Remove = ({ comparison: { id, startedAt } }: { comparison: ComparisonSummary }) => {
  const t = useTranslations('compare.history')
  const formats = useFormats()
  const { mayRemove, asking, setAsking, busy, remove } = useRemoveComparison(id)
  if (!mayRemove) return null
  const words = { time: formats.exact(startedAt) }
  return (
    <>
      <Button
        variant="quiet"
        size="icon-small"
        aria-label={t('remove', words)}
        busy={busy}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('removeTitle', words)}
        description={t('removeAbout')}
        action={t('removeAction')}
        alarm
        busy={busy}
        onConfirm={() => void remove()}
      />
    </>
  )
}

const useRemoveComparison = (id: string) => {
  const t = useTranslations('compare.history')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const mayRemove = useMay('operator')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setBusy(true)
    try {
      await agent.removeComparison(ComparisonRef.parse({ id }))
      toasts.done(t('removed'))
    } catch (error) {
      toasts.failed(problemOf(error))
    } finally {
      setBusy(false)
      setAsking(false)
      void cache.invalidateQueries({ queryKey: queryKeys.comparisons })
    }
  }
  return { mayRemove, asking, setAsking, busy, remove }
}
