'use client'

import { TenantName, type PlannedStep } from '@pilot/contract'
import { useQuery } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useAgent } from '../../client/agent.ts'
import type { OperationRun } from '../../client/operation-run.ts'
import { problemOf } from '../../client/problem-of.ts'
import { queryKeys } from '../../client/query-keys.ts'
import { Button } from '../../components/button.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { StateChip } from '../../components/state-chip.tsx'
import { useToasts } from '../../components/toaster.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import { StepList } from '../../shared/plan/step-list.tsx'
import { runRows } from './plan-view.ts'

interface RunPanelProps {
  readonly name: string
  readonly plan: readonly PlannedStep[]
  readonly run: OperationRun
  readonly onRetry: () => void
  readonly onAnother: () => void
  readonly onBack: () => void
}

/** The plan as it is done: each step with its time, and at the end the address or the reason. */
export const RunPanel = ({ name, plan, run, onRetry, onAnother, onBack }: RunPanelProps) => {
  const t = useTranslations('provision')
  const formats = useFormats()
  const tenant = run.tenants.get(name)
  const rows = runRows(plan, tenant)
  const problem = run.problem ?? tenant?.problem ?? null
  const isTold = rows.some((row) => row.problem !== null)
  return (
    <section aria-labelledby="run-title" data-run={run.state}>
      <h2 id="run-title" className="font-semibold" role="status">
        {run.state === 'done'
          ? t('made', { tenant: name, duration: formats.duration(run.milliseconds) })
          : run.state === 'failed'
            ? t('notMade', { tenant: name })
            : run.state === 'running'
              ? t('making', { tenant: name })
              : t('unknownEnd', { tenant: name })}
      </h2>
      <p className="mt-0.5 mb-3 text-sm text-ink-2">
        {run.state === 'done'
          ? t('madeAbout')
          : run.state === 'failed'
            ? t('notMadeAbout')
            : t('makingAbout')}
      </p>
      {run.state === 'done' ? <Answer name={name} onAnother={onAnother} /> : null}
      {problem === null || isTold ? null : <ProblemPanel problem={problem} className="mb-3" />}
      <StepList rows={rows} open="units" />
      {run.state === 'failed' || run.state === 'idle' ? (
        <div className="mt-4 flex gap-2">
          <Button variant="primary" onClick={onRetry}>
            {t('retry')}
          </Button>
          <Button onClick={onBack}>{t('change')}</Button>
        </div>
      ) : null}
    </section>
  )
}

const Answer = ({ name, onAnother }: { name: string; onAnother: () => void }) => {
  const t = useTranslations('provision')
  const agent = useAgent()
  const toasts = useToasts()
  const formats = useFormats()
  const [wokenAfter, setWokenAfter] = useState<number | null>(null)
  const [isWaking, setWaking] = useState(false)
  const tenant = TenantName.parse(name)
  // The live changes keep it up to date from here on.
  const { data, refetch } = useQuery({
    queryKey: queryKeys.show(name),
    queryFn: ({ signal }) => agent.show({ name: tenant }, signal),
  })
  const wake = async (): Promise<void> => {
    setWaking(true)
    const began = performance.now()
    try {
      await agent.wake({ name: tenant })
      setWokenAfter(performance.now() - began)
      void refetch()
    } catch (error) {
      toasts.failed(problemOf(error))
    } finally {
      setWaking(false)
    }
  }
  const [url] = data?.urls ?? []
  const { state } = data ?? {}
  return (
    <div className="mb-4 flex flex-col gap-3 rounded-md border border-line-strong bg-surface p-4">
      <div className="flex min-h-6 flex-wrap items-baseline gap-x-4 gap-y-1">
        {url === undefined ? null : (
          <a
            href={url}
            target="_blank"
            rel="noopener"
            className="font-mono text-lg break-all underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {url}
          </a>
        )}
        {state === undefined ? null : <StateChip state={state} />}
      </div>
      <p className="min-h-5 text-sm text-ink-2" role="status">
        {wokenAfter !== null
          ? t('wokenAfter', { duration: formats.duration(wokenAfter) })
          : state === 'awake'
            ? t('answered')
            : t('firstAnswer')}
      </p>
      <div className="flex flex-wrap gap-2">
        {url === undefined ? null : (
          <Button asChild>
            <a href={url} target="_blank" rel="noopener">
              <ExternalLink aria-hidden />
              {t('open')}
            </a>
          </Button>
        )}
        <Button busy={isWaking} disabled={state !== 'asleep'} onClick={() => void wake()}>
          {t('wake')}
        </Button>
        <Button variant="quiet" asChild>
          <Link href={`/tenants/${name}`}>{t('page')}</Link>
        </Button>
        <Button variant="quiet" onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </div>
  )
}
