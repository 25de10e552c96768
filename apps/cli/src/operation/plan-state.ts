import type { PlannedStep, StepDetail, TenantState, TenantStatus } from '@pilot/contract'

interface StateChange {
  /** States in which nothing is to be done. */
  readonly kept: readonly TenantState[]
  /** What is done in any other. */
  readonly effect: Extract<StepDetail, { code: 'in-state' }>['effect']
}

/** The dry run of a command that only opens, closes, starts or stops: it follows from the state alone. */
export const planState = (
  { name, state }: TenantStatus,
  { kept, effect }: StateChange,
): readonly PlannedStep[] => {
  const isKept = kept.includes(state)
  return [
    {
      tenant: name,
      step: 'socket',
      action: isKept ? 'keep' : 'change',
      details: [{ code: 'in-state', tenant: name, state, effect: isKept ? null : effect }],
      artefacts: [],
    },
  ]
}
