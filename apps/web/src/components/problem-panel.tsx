'use client'

import type { Problem } from '@pilot/contract'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useProblemText } from '../i18n/use-problem-text.ts'
import { classNames } from './class-names.ts'
import { Command } from './command.tsx'

interface ProblemPanelProps {
  readonly problem: Problem
  readonly title?: ReactNode
  /** What leads out of it, such as "Try again". */
  readonly action?: ReactNode
  readonly className?: string
}

/** What went wrong, with what, and what to do. */
export const ProblemPanel = ({ problem, title, action, className }: ProblemPanelProps) => {
  const { what, todo, command } = useProblemText()(problem)
  return (
    <div
      role="alert"
      data-problem={problem.code}
      className={classNames(
        'flex gap-3 rounded-md border border-alarm/40 bg-alarm-soft px-4 py-3',
        className,
      )}
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-alarm-ink" />
      <div className="flex min-w-0 flex-col gap-1.5">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        <p className="font-medium break-words">{what}</p>
        <p className="text-ink-2">{todo}</p>
        {command === null ? null : <Command text={command} />}
        {action === undefined ? null : <div className="pt-1">{action}</div>}
      </div>
    </div>
  )
}
