'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { OperationRun } from '../../client/operation-run.ts'
import { Button } from '../../components/button.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { useProblemText } from '../../i18n/use-problem-text.ts'
import { useElapsed } from './use-elapsed.ts'

interface ManyRunProps {
  readonly run: OperationRun
  readonly total: number
  /** Tries once more those that failed. */
  readonly onRetry: (failed: readonly string[]) => void
  readonly onBack: () => void
}

/** Many tenants as they are made: how far, how fast, which failed and why. */
export const ManyRun = ({ run, total, onRetry, onBack }: ManyRunProps) => {
  const t = useTranslations('provision.many')
  const formats = useFormats()
  const problemText = useProblemText()
  const isRunning = run.state === 'running'
  const elapsed = useElapsed(isRunning)
  const ended = run.done + run.failed
  const spent = run.milliseconds ?? elapsed
  const failures = [...run.tenants.values()].filter(({ state }) => state === 'failed')
  const current = isRunning ? [...run.tenants.values()].filter(({ state }) => state === 'running') : []
  return (
    <section aria-labelledby="many-title" data-run={run.state} className="flex max-w-3xl flex-col gap-4">
      <h2 id="many-title" className="font-semibold" role="status">
        {isRunning
          ? t('making', { count: total })
          : t('made', { done: run.done, failed: run.failed, duration: formats.duration(run.milliseconds) })}
      </h2>
      <progress
        max={total}
        value={ended}
        aria-label={t('progress')}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-hover [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-ink"
      />
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        <Figure label={t('done')} value={formats.number(run.done)} />
        <Figure label={t('failed')} value={formats.number(run.failed)} isAlarm={run.failed > 0} />
        <Figure label={t('left')} value={formats.number(Math.max(0, total - ended))} />
        <Figure
          label={t('rate')}
          value={ended === 0 || spent === 0 ? '–' : t('perSecond', { rate: (ended * 1000) / spent })}
        />
      </dl>
      <p className="min-h-5 truncate font-mono text-xs text-ink-3">
        {current.map(({ tenant }) => tenant).join('  ')}
      </p>
      {run.problem === null ? null : <ProblemPanel problem={run.problem} />}
      {failures.length === 0 ? null : (
        <ul aria-label={t('failures')} className="divide-y border-y">
          {failures.map(({ tenant, problem }) => (
            <li key={tenant} className="flex flex-wrap gap-x-4 py-2">
              <Link href={`/tenants/${tenant}`} className="font-mono text-sm underline underline-offset-2">
                {tenant}
              </Link>
              <span className="min-w-0 grow basis-80 text-sm text-ink-2">
                {problem === null ? '' : `${problemText(problem).what} ${problemText(problem).todo}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isRunning ? (
        <p className="text-sm text-ink-2">{t('leave')}</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {failures.length > 0 || run.problem !== null ? (
            <Button variant="primary" onClick={() => onRetry(failures.map(({ tenant }) => tenant))}>
              {t('retry')}
            </Button>
          ) : null}
          <Button asChild>
            <Link href="/tenants?sort=created&desc=true">{t('toList')}</Link>
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      )}
    </section>
  )
}

const Figure = ({ label, value, isAlarm = false }: { label: string; value: string; isAlarm?: boolean }) => (
  <div className="min-w-20">
    <dt className="text-xs text-ink-3">{label}</dt>
    <dd className={isAlarm ? 'text-lg font-semibold text-alarm-ink' : 'text-lg font-semibold'}>{value}</dd>
  </div>
)
