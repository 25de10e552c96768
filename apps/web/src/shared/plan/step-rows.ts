import type { PlannedStep, Problem, StepName } from '@pilot/contract'
import type { TenantRun } from '../../client/operation-run.ts'

export type RowState =
  | PlannedStep['action']
  /** Not known: nothing was planned yet. */
  | 'unknown'
  | 'waiting'
  | 'running'
  | 'done'
  | 'unchanged'
  | 'failed'

/** One line of a list of steps: a step as it is planned, or as it is done. */
export interface StepRow {
  readonly step: StepName
  readonly state: RowState
  /** Why, as it was planned; nothing once it is done. */
  readonly details: PlannedStep['details']
  readonly milliseconds: number | null
  readonly artefacts: PlannedStep['artefacts']
  readonly problem: Problem | null
}

/** These steps as they are planned; with a run as far as that has told, and what it has not told of waits. */
export const stepRows = (
  steps: readonly StepName[],
  plan: readonly PlannedStep[],
  run?: TenantRun | 'begun',
): StepRow[] =>
  steps.map((step) => {
    const planned = plan.filter((each) => each.step === step)
    const artefacts = planned.flatMap((each) => each.artefacts)
    const action = planned[0]?.action ?? 'unknown'
    const row = { step, details: [], milliseconds: null, artefacts, problem: null }
    if (run === undefined)
      return { ...row, state: action, details: planned.flatMap(({ details }) => details) }
    const done = run === 'begun' ? undefined : run.steps.find((each) => each.step === step)
    if (done === undefined) return { ...row, state: action === 'keep' ? 'keep' : 'waiting' }
    const { state, milliseconds, problem } = done
    return { ...row, state: stateOf[state], milliseconds, problem }
  })

const stateOf = { running: 'running', changed: 'done', unchanged: 'unchanged', failed: 'failed' } as const
