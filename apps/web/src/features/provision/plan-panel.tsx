'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { Refused } from '../../shared/plan/refused.tsx'
import { StepList } from '../../shared/plan/step-list.tsx'
import { placeProblem } from './place-problem.ts'
import { planRows } from './plan-view.ts'
import type { Plan } from './use-plan.ts'

interface PlanPanelProps {
  readonly plan: Plan
  readonly title: ReactNode
  readonly about: string
}

/** What will be done, as the agent would do it now. */
export const PlanPanel = ({ plan, title, about }: PlanPanelProps) => {
  const t = useTranslations('provision')
  const { steps, problem, isOld } = plan
  const isPlaced = problem !== null && placeProblem(problem).step !== undefined
  return (
    <section aria-labelledby="plan-title" data-plan={isOld ? 'old' : 'current'}>
      <h2 id="plan-title" className="font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-3 text-sm text-ink-2">{about}</p>
      {problem === null || isPlaced ? null : <ProblemPanel problem={problem} className="mb-3" />}
      <Refused plan={steps} />
      <StepList rows={planRows(steps, problem)} open="units" isOld={isOld && steps.length > 0} />
      <p className="mt-2 text-xs text-ink-3">{t('planNote')}</p>
    </section>
  )
}
