import { millisecondsSince, PilotError } from '@pilot/contract'
import type { OperationEvent, Problem } from '@pilot/contract'
import { HostFailure } from '@pilot/host/ports'
import type { Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'

export type StepEvent = Extract<OperationEvent, { event: 'step-started' | 'step-finished' | 'step-failed' }>
export type OnEvent = (event: StepEvent) => void

/** Runs one step's work between its events. `work` tells whether anything was changed; its errors leave as `PilotError`. */
export const perform = async (
  step: Step,
  tenant: Tenant,
  onEvent: OnEvent | undefined,
  work: () => Promise<boolean>,
): Promise<boolean> => {
  const about = { tenant: tenant.spec.name, step: step.name }
  const started = performance.now()
  onEvent?.({ event: 'step-started', ...about })
  try {
    const changed = await work()
    onEvent?.({ event: 'step-finished', ...about, changed, milliseconds: millisecondsSince(started) })
    return changed
  } catch (error) {
    const failure = asPilotError(error, step, tenant)
    onEvent?.({ event: 'step-failed', ...about, problem: failure.problem })
    throw failure
  }
}

export const asPilotError = (error: unknown, step: Step, tenant: Tenant): PilotError => {
  if (error instanceof PilotError) return error
  const about = { tenant: tenant.spec.name, step: step.name }
  return new PilotError({ code: 'step-failed', ...about, ...reasonOf(error) }, { cause: error })
}

const reasonOf = (error: unknown): Pick<StepFailed, 'detail' | 'reasons'> =>
  error instanceof HostFailure
    ? { detail: '', reasons: [error.fault] }
    : { detail: error instanceof Error ? error.message : String(error) }

type StepFailed = Extract<Problem, { code: 'step-failed' }>
