'use client'

import type { StepName } from '@pilot/contract'
import {
  Check,
  ChevronRight,
  CircleDashed,
  Dot,
  LoaderCircle,
  Minus,
  Plus,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { classNames } from '../../components/class-names.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { Duration } from '../../components/figures.tsx'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import { languageOf } from './artefact-language.ts'
import type { RowState, StepRow } from './step-rows.ts'

interface StepListProps {
  readonly rows: readonly StepRow[]
  /** The step whose texts are seen at once; those of the others are one click away. */
  readonly open?: StepName
  readonly isOld?: boolean
}

/** The steps of a tenant, one line each: as planned, or as they are done. Each opens to the texts that it writes. */
export const StepList = ({ rows, open, isOld = false }: StepListProps) => (
  <ol
    aria-busy={isOld}
    className={classNames('divide-y border-y transition-opacity', isOld && 'opacity-60 delay-150')}
  >
    {rows.map((row) => (
      <Step key={row.step} row={row} open={row.step === open} />
    ))}
  </ol>
)

const Step = ({ row, open }: { row: StepRow; open: boolean }) => {
  const head = <Head row={row} />
  return (
    <li data-step={row.step} data-state={row.state}>
      {row.artefacts.length === 0 ? (
        <div className="pl-5">{head}</div>
      ) : (
        <details open={open} className="group">
          <summary className="flex list-none items-center gap-1 -outline-offset-2 hover:bg-hover/60 [&::-webkit-details-marker]:hidden">
            <ChevronRight
              aria-hidden
              className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
            />
            {head}
          </summary>
          <div className="flex flex-col gap-2 pb-3 pl-5">
            {row.artefacts.map(({ title, text }) => (
              <CodeBlock key={title} title={title} text={text} language={languageOf(title, text)} />
            ))}
          </div>
        </details>
      )}
      {row.problem === null ? null : <ProblemPanel problem={row.problem} className="mb-3 ml-5" />}
    </li>
  )
}

const Head = ({ row: { step, state, details, milliseconds, artefacts } }: { row: StepRow }) => {
  const steps = useTranslations('steps')
  const states = useTranslations('stepStates')
  const facts = useFacts()
  const detail = details.map(facts.stepDetail)
  return (
    <div className="flex min-h-10 min-w-0 grow items-center gap-2.5">
      <span className={classNames('[&_svg]:size-4', tones[state])}>{icons[state]}</span>
      <span className={classNames('font-medium', state === 'waiting' && 'text-ink-3')}>{steps(step)}</span>
      {detail.length === 0 ? (
        <span className="min-w-0 grow truncate font-mono text-xs text-ink-3">
          {(artefacts.find(({ title }) => title.includes('.service')) ?? artefacts[0])?.title}
        </span>
      ) : (
        <span className="min-w-0 grow py-1.5 text-sm wrap-anywhere text-ink-3">{detail.join('; ')}</span>
      )}
      <span className={classNames('shrink-0 text-sm', tones[state])}>
        {milliseconds === null ? null : <Duration value={milliseconds} />}
        {state === 'unknown' ? null : (
          <span className={milliseconds === null ? undefined : 'sr-only'}> {states(state)}</span>
        )}
      </span>
    </div>
  )
}

const icons: Record<RowState, ReactNode> = {
  unknown: <Dot aria-hidden />,
  create: <Plus aria-hidden />,
  change: <RefreshCw aria-hidden />,
  keep: <Check aria-hidden />,
  remove: <Minus aria-hidden />,
  foreign: <TriangleAlert aria-hidden />,
  waiting: <CircleDashed aria-hidden />,
  running: <LoaderCircle aria-hidden className="animate-spin" />,
  done: <Check aria-hidden strokeWidth={2.5} />,
  unchanged: <Check aria-hidden />,
  failed: <TriangleAlert aria-hidden />,
}

const tones: Record<RowState, string> = {
  unknown: 'text-ink-3',
  create: 'text-ink-2',
  change: 'text-ink-2',
  keep: 'text-ink-3',
  remove: 'text-alarm-ink',
  foreign: 'text-alarm-ink',
  waiting: 'text-ink-3',
  running: 'text-awake-ink',
  done: 'text-ink',
  unchanged: 'text-ink-3',
  failed: 'text-alarm-ink',
}
