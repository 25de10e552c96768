'use client'

import type { PlannedStep, StepName } from '@pilot/contract'
import { Check, ChevronRight, Loader, Minus, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { StepRun, TenantRun } from '../../../client/operation-run.ts'
import { classNames } from '../../../components/class-names.ts'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Duration } from '../../../components/figures.tsx'
import { useFacts } from '../../../i18n/use-facts.ts'
import { languageOf } from '../../provision/artefact-language.ts'

interface PlanStepsProps {
  readonly plan: readonly PlannedStep[]
  /** While it is done and afterwards: what became of each step. */
  readonly run?: TenantRun | undefined
}

/** The steps as they are planned, each with its text; the same lines tick off when it is done. */
export const PlanSteps = ({ plan, run }: PlanStepsProps) => {
  const t = useTranslations('tenant.plan')
  const steps = stepsOf(plan, run)
  if (steps.length === 0) return <p className="text-ink-2">{t('nothing')}</p>
  return (
    <ol className="rounded-md border bg-surface">
      {steps.map((step) => (
        <Step
          key={step}
          step={step}
          planned={plan.filter((each) => each.step === step)}
          done={run?.steps.find((each) => each.step === step)}
        />
      ))}
    </ol>
  )
}

interface StepProps {
  readonly step: StepName
  readonly planned: readonly PlannedStep[]
  readonly done: StepRun | undefined
}

const Step = ({ step, planned, done }: StepProps) => {
  const t = useTranslations('tenant.plan')
  const steps = useTranslations('steps')
  const facts = useFacts()
  const action = planned[0]?.action ?? 'keep'
  const look = done === undefined ? action : done.state
  const Icon = icons[look]
  const artefacts = planned.flatMap((each) => each.artefacts)
  const head = (
    <>
      <Icon
        aria-hidden
        className={classNames(
          'size-4 shrink-0 text-ink-3',
          look === 'failed' || look === 'foreign' || look === 'remove' ? 'text-alarm-ink' : '',
          look === 'running' && 'animate-spin text-awake-ink',
        )}
      />
      <span className={classNames('w-28 shrink-0', look === 'keep' ? 'text-ink-2' : 'font-medium')}>
        {steps(step)}
      </span>
      <span className="min-w-0 grow text-sm text-ink-2">
        {done === undefined
          ? action === 'keep'
            ? t('keep')
            : planned.flatMap(({ details }) => details.map(facts.stepDetail)).join('; ')
          : t(done.state)}
      </span>
      {done?.milliseconds == null ? null : (
        <span className="text-sm text-ink-2">
          <Duration value={done.milliseconds} />
        </span>
      )}
    </>
  )
  return (
    <li data-step={step} data-state={look} className="border-b last:border-b-0">
      {artefacts.length === 0 || action === 'keep' ? (
        <div className="flex min-h-9 items-center gap-2.5 px-3 py-1.5 pl-9">{head}</div>
      ) : (
        <details className="group">
          <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2.5 px-3 py-1.5 -outline-offset-2 hover:bg-hover/60">
            <ChevronRight
              aria-hidden
              className="size-3.5 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
            />
            {head}
          </summary>
          <div className="flex flex-col gap-2 px-3 pb-3">
            {artefacts.map(({ title, text }) => (
              <CodeBlock key={title} title={title} text={text} language={languageOf(title, text)} />
            ))}
          </div>
        </details>
      )}
    </li>
  )
}

const icons = {
  create: Plus,
  change: Pencil,
  keep: Minus,
  remove: Trash2,
  foreign: TriangleAlert,
  running: Loader,
  changed: Check,
  unchanged: Check,
  failed: TriangleAlert,
}

const stepsOf = (plan: readonly PlannedStep[], run: TenantRun | undefined): StepName[] => [
  ...new Set([...plan.map(({ step }) => step), ...(run?.steps.map(({ step }) => step) ?? [])]),
]
