import type { PlannedStep, TenantState, TenantStatus } from '@pilot/contract'

interface StateChange {
  /** States in which nothing is to be done. */
  readonly kept: readonly TenantState[]
  /** What is done in any other, such as `would open the socket`. */
  readonly effect: string
}

/** The dry run of a command that only opens, closes, starts or stops: it follows from the state alone. */
export const planState = (
  { name, state }: TenantStatus,
  { kept, effect }: StateChange,
): readonly PlannedStep[] => [
  {
    tenant: name,
    step: 'socket',
    ...(kept.includes(state)
      ? { action: 'keep', detail: `${name} is ${state} already` }
      : { action: 'change', detail: `${name} is ${state}; it ${effect}` }),
    artefacts: [],
  },
]
