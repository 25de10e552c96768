import { allParts, type PlannedStep, type Problem } from '@pilot/contract'
import type { TenantRun } from '../../client/operation-run.ts'
import { stepRows, type StepRow } from '../../shared/plan/step-rows.ts'
import { placeProblem } from './place-problem.ts'

/** The plan's lines, in the order in which they are done; a problem stands at the step that it would stop. */
export const planRows = (plan: readonly PlannedStep[], problem: Problem | null): StepRow[] => {
  const blamed = problem === null ? undefined : placeProblem(problem).step
  return stepRows(allParts, plan).map((row) =>
    row.step === blamed ? { ...row, state: 'foreign', problem } : row,
  )
}

/** The same lines while it is done; what the run has not told of yet waits. */
export const runRows = (plan: readonly PlannedStep[], run: TenantRun | undefined): StepRow[] =>
  stepRows(allParts, plan, run ?? 'begun')
