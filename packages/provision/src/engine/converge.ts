import { PilotError } from '@pilot/contract'
import type { StepDetail, StepName } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import type { Inspection, Step } from '../step.ts'
import type { Tenant } from '../tenant.ts'
import { allNeeds } from './order.ts'
import { asPilotError, perform } from './perform.ts'
import type { OnEvent } from './perform.ts'
import { tellInOrder } from './tell-in-order.ts'
import { wishedSteps } from './wished-steps.ts'

/**
 * Makes the machine as the tenant's wish says, step by step, those beside each other that do not need each other
 * (order.ts); writes nothing where it is so already. Never undoes what it made: run again, it goes on where it
 * stopped. When it is done or has failed, nothing of it runs any more.
 *
 * @throws PilotError `foreign-resource` with the machine untouched where anything of the tenant's names belongs to
 *   somebody else; `service-down`; `step-failed` for everything else
 * @throws the signal's reason, between two steps
 */
export const converge = async (tenant: Tenant, host: Host, options: ConvergeOptions = {}): Promise<void> => {
  const steps = wishedSteps(tenant)
  const foundBefore = await inspectForStrangers(tenant, host, options)
  const { tell, tellRest } = tellInOrder(
    steps.map(({ name }) => name),
    options.onEvent ?? noReader,
  )
  const failures = new Map<StepName, unknown>()
  const changes = new Map<StepName, Promise<boolean>>()
  const convergeInTurn = async (step: Step): Promise<boolean> => {
    const changed = await Promise.all(allNeeds(step).map(async (need) => changes.get(need)))
    const changedBefore = changed.includes(true)
    // Once one has failed no other begins.
    if (failures.size > 0) return false
    try {
      options.signal?.throwIfAborted()
      return await perform(step, tenant, tell, async () => {
        const known = foundBefore.get(step.name)
        // A change before may have undone what stood; what was missing is looked at anew while it is made.
        const stillTrue = known !== undefined && (!changedBefore || !isAsWished(known))
        return convergeStep(step, tenant, host, stillTrue ? known : await inspectIfUp(step, tenant, host))
      })
    } catch (error) {
      failures.set(step.name, error)
      return false
    }
  }
  for (const step of steps) changes.set(step.name, convergeInTurn(step))
  await Promise.all(changes.values())
  tellRest()
  for (const { name } of steps) if (failures.has(name)) throw failures.get(name)
}

export interface ConvergeOptions {
  readonly onEvent?: OnEvent
  readonly signal?: AbortSignal
}

const noReader: OnEvent = () => undefined

/** What each step finds before the first change. A service that is down is left out: its step will meet it again. */
const inspectForStrangers = async (
  tenant: Tenant,
  host: Host,
  { onEvent, signal }: ConvergeOptions,
): Promise<ReadonlyMap<StepName, Inspection>> => {
  signal?.throwIfAborted()
  const inspections = await Promise.all(
    wishedSteps(tenant).map(async (step) => ({ step, found: await inspectIfUp(step, tenant, host) })),
  )
  const known = new Map<StepName, Inspection>()
  for (const { step, found } of inspections) {
    if (found === undefined) continue
    if (found.state === 'foreign')
      await perform(step, tenant, onEvent, () => convergeStep(step, tenant, host, found))
    known.set(step.name, found)
  }
  return known
}

/** undefined where a service is down that the answer depends on. */
const inspectIfUp = async (step: Step, tenant: Tenant, host: Host): Promise<Inspection | undefined> => {
  try {
    return await step.inspect(tenant, host)
  } catch (error) {
    if (error instanceof PilotError && error.problem.code === 'service-down') return undefined
    throw asPilotError(error, step, tenant)
  }
}

/** With `found` undefined it makes as much as it can, until it meets the service that is down. */
const convergeStep = async (
  step: Step,
  tenant: Tenant,
  host: Host,
  found: Inspection | undefined,
): Promise<boolean> => {
  if (found !== undefined && isAsWished(found)) return false
  if (found?.state === 'foreign')
    throw new PilotError({ code: 'foreign-resource', kind: found.kind, name: found.name })
  await step.apply(tenant, host)
  const after = await step.inspect(tenant, host)
  if (!isAsWished(after))
    throw new PilotError({
      code: 'step-failed',
      tenant: tenant.spec.name,
      step: step.name,
      detail: '',
      reasons: remaining(after),
    })
  return true
}

const isAsWished = (found: Inspection): boolean => found.state === 'ours' && found.drift.length === 0

const remaining = (found: Inspection): StepDetail[] => {
  switch (found.state) {
    case 'ours':
      return [...found.drift]
    case 'absent':
      return [{ code: 'not-there-afterwards' }]
    case 'foreign':
      return [{ code: 'foreign-meanwhile', kind: found.kind, name: found.name }]
  }
}
