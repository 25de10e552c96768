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
import type { Column } from '../../components/column.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { ExactTime } from '../../components/figures.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { cheapestContainer, comparisonAddress } from '../../shared/comparisons/queries.ts'
import { lastedOf } from '../../shared/comparisons/use-comparison-words.ts'

/** Every comparison of this machine, newest first. */
export const History = ({ comparisons }: { comparisons: readonly ComparisonSummary[] }) => {
  const t = useTranslations('compare.history')
  const columns = useColumns()
  return (
    <DataTable
      rows={comparisons}
      columns={columns}
      keyOf={({ id }) => id}
      rowProps={({ id }) => ({ 'data-comparison': id })}
      empty={t('none')}
    />
  )
}

const useColumns = (): Column<ComparisonSummary>[] => {
  const t = useTranslations('compare')
  const formats = useFormats()
  return [
    {
      key: 'begun',
      head: t('history.begun'),
      cellClassName: 'py-1',
      cell: ({ id, startedAt, state, count }) => (
        <>
          <Link href={comparisonAddress(id)} className="font-medium underline-offset-2 hover:underline">
            <ExactTime time={startedAt} />
          </Link>
          <span className="block text-xs text-ink-2 sm:hidden">
            {t(`runStates.${state}`)} · {formats.number(count)}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      head: t('history.state'),
      from: 'sm',
      cellClassName: ({ state }) => (state === 'failed' ? 'font-medium text-alarm-ink' : 'text-ink-2'),
      cell: ({ state }) => t(`runStates.${state}`),
    },
    {
      key: 'count',
      head: t('columns.count'),
      numeric: true,
      from: 'sm',
      cell: ({ count }) => formats.number(count),
    },
    {
      key: 'tenant',
      head: t('variants.tenant'),
      numeric: true,
      cellClassName: 'whitespace-nowrap',
      cell: ({ perTenant }) => formats.bytes(perTenant.tenant ?? null),
    },
    {
      key: 'container',
      head: t('history.container'),
      numeric: true,
      cellClassName: 'whitespace-nowrap',
      cell: (comparison) => {
        const container = cheapestContainer(comparison)
        return container === undefined
          ? formats.bytes(null)
          : t('history.containerSize', { size: formats.bytes(container.each), kind: container.variant })
      },
    },
    {
      key: 'lasted',
      head: t('history.lasted'),
      numeric: true,
      from: 'sm',
      cellClassName: 'whitespace-nowrap',
      cell: (comparison) => (comparison.state === 'running' ? '…' : formats.duration(lastedOf(comparison))),
    },
    {
      key: 'actor',
      head: t('history.actor'),
      from: 'sm',
      cellClassName: 'max-w-32 truncate text-ink-2',
      title: ({ actor }) => actor,
      cell: ({ actor }) => actor,
    },
    {
      key: 'actions',
      head: t('history.actions'),
      headHidden: true,
      cellClassName: 'text-right',
      cell: (comparison) => (comparison.state === 'running' ? null : <Remove comparison={comparison} />),
    },
  ]
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
