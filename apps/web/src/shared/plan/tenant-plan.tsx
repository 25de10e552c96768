'use client'

import type { PlannedStep } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { TenantRun } from '../../client/operation-run.ts'
import { StepList } from './step-list.tsx'
import { stepRows } from './step-rows.ts'

interface TenantPlanProps {
  readonly plan: readonly PlannedStep[]
  /** While it is done and afterwards: what became of each step. */
  readonly run?: TenantRun | undefined
}

/** What changes a tenant that is there: the steps that have a part in it, and what becomes of them. */
export const TenantPlan = ({ plan, run }: TenantPlanProps) => {
  const t = useTranslations('tenant.plan')
  const steps = new Set([...plan, ...(run?.steps ?? [])].map(({ step }) => step))
  if (steps.size === 0) return <p className="text-ink-2">{t('nothing')}</p>
  // The page around it tells of a problem.
  return <StepList rows={stepRows([...steps], plan, run).map((row) => ({ ...row, problem: null }))} />
}
