import type { OperationEvent, Problem, StepName } from '@pilot/contract'

export interface StepRun {
  readonly step: StepName
  readonly state: 'running' | 'changed' | 'unchanged' | 'failed'
  /** null while it runs, and where it failed. */
  readonly milliseconds: number | null
  readonly problem: Problem | null
}

export interface TenantRun {
  readonly tenant: string
  readonly state: 'running' | 'done' | 'failed'
  readonly steps: readonly StepRun[]
  readonly milliseconds: number | null
  readonly problem: Problem | null
}

/** An operation as far as it has told. */
export interface OperationRun {
  readonly state: 'idle' | 'running' | 'done' | 'failed'
  /** By name, in the order in which they began. */
  readonly tenants: ReadonlyMap<string, TenantRun>
  readonly done: number
  readonly failed: number
  /** Of the whole; null until it ended. */
  readonly milliseconds: number | null
  /** What stopped it before or between the steps; a failed step's problem stands with its tenant. */
  readonly problem: Problem | null
}

export const idleRun: OperationRun = {
  state: 'idle',
  tenants: new Map(),
  done: 0,
  failed: 0,
  milliseconds: null,
  problem: null,
}

/** The run after these events, in their order. */
export const applyEvents = (run: OperationRun, events: readonly OperationEvent[]): OperationRun => {
  const tenants = new Map(run.tenants)
  let next: OperationRun = { ...run, state: 'running', tenants }
  for (const event of events) {
    if (event.event === 'finished')
      next = {
        ...next,
        state: event.failed > 0 ? 'failed' : 'done',
        done: event.done,
        failed: event.failed,
        milliseconds: event.milliseconds,
      }
    else {
      const tenant = tenants.get(event.tenant) ?? newTenant(event.tenant)
      tenants.set(event.tenant, applyToTenant(tenant, event))
      if (event.event === 'tenant-finished')
        next =
          event.problem === null ? { ...next, done: next.done + 1 } : { ...next, failed: next.failed + 1 }
    }
  }
  return next
}

const newTenant = (tenant: string): TenantRun => ({
  tenant,
  state: 'running',
  steps: [],
  milliseconds: null,
  problem: null,
})

const applyToTenant = (
  tenant: TenantRun,
  event: Exclude<OperationEvent, { event: 'finished' }>,
): TenantRun => {
  switch (event.event) {
    case 'step-started':
      return withStep(tenant, { step: event.step, state: 'running', milliseconds: null, problem: null })
    case 'step-finished':
      return withStep(tenant, {
        step: event.step,
        state: event.changed ? 'changed' : 'unchanged',
        milliseconds: event.milliseconds,
        problem: null,
      })
    case 'step-failed':
      return withStep(tenant, {
        step: event.step,
        state: 'failed',
        milliseconds: null,
        problem: event.problem,
      })
    case 'tenant-finished':
      return {
        ...tenant,
        state: event.problem === null ? 'done' : 'failed',
        milliseconds: event.milliseconds,
        problem: event.problem,
      }
  }
}

const withStep = (tenant: TenantRun, step: StepRun): TenantRun => {
  const known = tenant.steps.some((other) => other.step === step.step)
  const steps = known
    ? tenant.steps.map((other) => (other.step === step.step ? step : other))
    : [...tenant.steps, step]
  return { ...tenant, steps }
}
