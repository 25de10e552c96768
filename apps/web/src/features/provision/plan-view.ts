import { allParts, type PlannedStep, type Problem, type StepName } from '@pilot/contract'
import type { TenantRun } from '../../client/operation-run.ts'
import { placeProblem } from './place-problem.ts'

export type RowState =
  | PlannedStep['action']
  /** Not known: nothing was planned yet. */
  | 'unknown'
  | 'waiting'
  | 'running'
  | 'done'
  | 'unchanged'
  | 'failed'

/** One line of the right side: a step as it is planned, and as it was done. */
export interface StepRow {
  readonly step: StepName
  readonly state: RowState
  readonly details: PlannedStep['details']
  readonly milliseconds: number | null
  readonly artefacts: PlannedStep['artefacts']
  readonly problem: Problem | null
}

/** The plan's lines, in the order in which they are done; a problem stands at the step that it would stop. */
export const planRows = (plan: readonly PlannedStep[], problem: Problem | null): StepRow[] => {
  const blamed = problem === null ? undefined : placeProblem(problem).step
  return allParts.map((step) => {
    const planned = plan.find((each) => each.step === step)
    return {
      step,
      state: blamed === step ? 'foreign' : (planned?.action ?? 'unknown'),
      details: planned?.details ?? [],
      milliseconds: null,
      artefacts: planned?.artefacts ?? [],
      problem: blamed === step ? problem : null,
    }
  })
}

/** The same lines while it is done; what the run has not told of yet waits. */
export const runRows = (plan: readonly PlannedStep[], run: TenantRun | undefined): StepRow[] =>
  planRows(plan, null).map((row) => {
    const step = run?.steps.find((each) => each.step === row.step)
    if (step === undefined) return { ...row, state: 'waiting', details: [] }
    return {
      ...row,
      state: stateOf[step.state],
      details: [],
      milliseconds: step.milliseconds,
      problem: step.problem,
    }
  })

const stateOf = { running: 'running', changed: 'done', unchanged: 'unchanged', failed: 'failed' } as const
