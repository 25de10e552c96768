'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../components/button.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useProblemText } from '../../i18n/use-problem-text.ts'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import type { BulkRun } from './use-bulk.ts'
import { icons } from './row-menu.tsx'

interface BulkBarProps {
  readonly chosen: number
  /** Tenants that match what is looked at. */
  readonly total: number
  readonly actions: readonly BulkAction[]
  readonly run: BulkRun | null
  readonly onChooseAll: () => void
  readonly onClear: () => void
  readonly onAct: (action: BulkAction) => void
  readonly onStop: () => void
  readonly onDismiss: () => void
}

/** At the bottom while tenants are chosen or worked on: what can be done with them, and how far it is. */
export const BulkBar = (props: BulkBarProps) => {
  const { chosen, run } = props
  return (
    <div
      role="status"
      className="pointer-events-none sticky bottom-4 z-20 flex justify-center max-sm:bottom-16 has-[div]:mt-4"
    >
      {run === null && chosen === 0 ? null : (
        <div className="pointer-events-auto max-w-full rounded-lg border border-line-strong bg-surface shadow-lg">
          {run === null ? <Chosen {...props} /> : <Progress {...props} run={run} />}
        </div>
      )}
    </div>
  )
}

const Chosen = ({ chosen, total, actions, onChooseAll, onClear, onAct }: BulkBarProps) => {
  const t = useTranslations('tenants')
  return (
    <div className="flex flex-wrap items-center gap-1 p-1.5">
      <span className="px-2 font-medium">{t('bulk.chosen', { count: chosen })}</span>
      {chosen < total ? (
        <Button size="small" variant="quiet" onClick={onChooseAll}>
          {t('bulk.chooseAll', { count: total })}
        </Button>
      ) : null}
      <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
      {actions.map((action) => {
        const Icon = icons[action]
        return (
          <Button
            key={action}
            size="small"
            variant={action === 'delete' ? 'alarm' : 'quiet'}
            onClick={() => onAct(action)}
          >
            <Icon aria-hidden />
            {t(`action.${action}`)}
          </Button>
        )
      })}
      <Button size="icon-small" variant="quiet" aria-label={t('bulk.clear')} onClick={onClear}>
        <X aria-hidden />
      </Button>
    </div>
  )
}

const Progress = ({ run, onStop, onDismiss }: BulkBarProps & { run: BulkRun }) => {
  const t = useTranslations('tenants.bulk')
  const formats = useFormats()
  const problemText = useProblemText()
  const ended = run.done + run.failures.length
  return (
    <div className="flex w-xl max-w-full flex-col gap-2 p-3">
      <div className="flex items-center gap-3">
        <span className="grow font-medium">
          {t(`doing.${run.action}`, { done: formats.number(ended), total: formats.number(run.total) })}
          {run.failures.length > 0 ? (
            <span className="text-alarm-ink">, {t('failed', { count: run.failures.length })}</span>
          ) : null}
        </span>
        {run.state === 'running' ? (
          <Button size="small" onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <Button size="icon-small" variant="quiet" aria-label={t('dismiss')} onClick={onDismiss}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      <progress
        max={run.total}
        value={ended}
        aria-label={t('progress')}
        className="h-1 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-ink"
      />
      {run.failures.length === 0 ? null : (
        <ul className="max-h-40 overflow-y-auto text-sm" tabIndex={0} aria-label={t('failures')}>
          {run.failures.map(({ name, problem }) => (
            <li key={name} className="flex gap-3 py-0.5">
              <span className="shrink-0 font-mono">{name}</span>
              <span className="text-ink-2">{problemText(problem).what}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
