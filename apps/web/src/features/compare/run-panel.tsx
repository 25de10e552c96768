'use client'

import { ComparisonRef, type Comparison, type ComparedVariant } from '@pilot/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import { useMay } from '../../client/me.tsx'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { RelativeTime } from '../../components/figures.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useReasons } from '../../i18n/use-reasons.ts'
import type { ComparisonProgress, ComparisonRun } from './comparison-run.ts'
import { useFollowComparison } from './use-follow-comparison.ts'

/** A comparison at work: what it does right now, what it has measured, and the way to end it. */
export const RunPanel = ({ comparison }: { comparison: Comparison }) => {
  const t = useTranslations('compare.run')
  const run = useFollowComparison(comparison)
  return (
    <section aria-labelledby="run" data-comparison-run={comparison.id} className="pb-8">
      <div className="flex flex-wrap items-start justify-between gap-3 pb-3">
        <div>
          <h2 id="run" className="font-semibold">
            {t('title')}
          </h2>
          <p className="mt-0.5 text-sm text-ink-2">
            {t.rich('begun', {
              when: () => <RelativeTime time={comparison.startedAt} />,
              actor: comparison.actor,
              count: comparison.count,
              starts: comparison.starts,
            })}{' '}
            {t('leave')}
          </p>
        </div>
        <Cancel id={comparison.id} />
      </div>
      <ol className="border-t">
        {comparison.variants.map((variant) => (
          <Line key={variant} variant={variant} run={run} />
        ))}
      </ol>
    </section>
  )
}

const Line = ({ variant, run }: { variant: ComparedVariant; run: ComparisonRun }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const reasons = useReasons()
  const result = run.results.get(variant)
  const progress = run.progress?.variant === variant ? run.progress : null
  return (
    <li
      data-variant={variant}
      data-state={progress === null ? (result?.state ?? 'waiting') : 'running'}
      className="grid min-h-11 grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] items-center gap-x-4 border-b py-1.5"
    >
      <span className={progress === null ? '' : 'font-medium'}>{t(`variants.${variant}`)}</span>
      {progress !== null ? (
        <Phase progress={progress} />
      ) : result === undefined ? (
        <span className="text-sm text-ink-3">{t('run.waiting')}</span>
      ) : (
        <span className={result.state === 'failed' ? 'text-sm text-alarm-ink' : 'text-sm text-ink-2'}>
          {[
            result.memory === null
              ? t(`states.${result.state}`)
              : t('run.measured', { size: formats.bytes(result.memory.perTenant) }),
            result.reason && reasons.ofVariant(result.reason),
          ]
            .filter((text) => text !== null)
            .join('. ')}
        </span>
      )}
    </li>
  )
}

const Phase = ({ progress: { phase, done, of } }: { progress: ComparisonProgress }) => {
  const t = useTranslations('compare.run')
  const text = of > 1 ? t('phaseOf', { phase: t(`phases.${phase}`), done, of }) : t(`phases.${phase}`)
  return (
    <span className="flex flex-col gap-1 text-sm">
      <span role="status">{text}</span>
      <span
        role="progressbar"
        aria-label={t(`phases.${phase}`)}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        className="block h-1 overflow-hidden rounded-full bg-hover"
      >
        <span
          className="block h-full bg-ink-2 transition-[width]"
          style={{ width: `${of === 0 ? 0 : (done / of) * 100}%` }}
        />
      </span>
    </span>
  )
}

const Cancel = ({ id }: { id: string }) => {
  const t = useTranslations('compare.run')
  const agent = useAgent()
  const cache = useQueryClient()
  const toasts = useToasts()
  const mayCancel = useMay('operator')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  if (!mayCancel) return null
  const cancel = async (): Promise<void> => {
    setAsking(false)
    setBusy(true)
    try {
      await agent.cancelComparison(ComparisonRef.parse({ id }))
      toasts.done(t('cancelled'))
    } catch (error) {
      toasts.failed(problemOf(error))
    } finally {
      setBusy(false)
      void cache.invalidateQueries({ queryKey: queryKeys.comparison(id) })
      void cache.invalidateQueries({ queryKey: queryKeys.comparisons })
    }
  }
  return (
    <>
      <Button busy={busy} onClick={() => setAsking(true)}>
        {busy ? t('cancelling') : t('cancel')}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('cancelTitle')}
        description={t('cancelAbout')}
        action={t('cancel')}
        onConfirm={() => void cancel()}
      />
    </>
  )
}
