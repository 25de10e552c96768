import type { CreateTenantInput, OperationEvent, StepName, TenantName } from '@pilot/contract'
import type { PilotClient } from '@pilot/api/client'
import { formatDuration } from '../output/amounts.ts'
import type { Pilot } from '../pilot.ts'
import { follow } from './follow.ts'
import { printPlan } from './plan.ts'
import { tell } from './tell.ts'

interface Part {
  readonly command: string
  readonly name: TenantName
  readonly json?: boolean
  readonly dryRun?: boolean
  /** What the whole tenant would be made from; a dry run shows those of its steps that are this part's. */
  readonly input: CreateTenantInput
  readonly steps: readonly StepName[]
  readonly operate: (client: PilotClient) => AsyncIterable<OperationEvent>
  /** What the JSON answer says besides. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** The sentence at the end, from how long it took. */
  readonly done: (duration: string) => string
}

/** Makes one part of a tenant, or shows what would be made: what `create-user` and the `setup-*` commands do. */
export const makePart = async (
  pilot: Pilot,
  { command, name, json = false, dryRun = false, input, steps, operate, facts, done }: Part,
): Promise<void> => {
  const client = await pilot.connect({ command, changes: true })
  if (dryRun) {
    const plan = await client.planCreate(input, pilot.signal)
    printPlan(
      pilot,
      plan.filter(({ step }) => steps.includes(step)),
      { json },
    )
    return
  }
  const { milliseconds } = await follow(pilot, operate(client), { json, tenants: 1 })
  tell(pilot, { json, tenant: name, ...facts, milliseconds }, done(formatDuration(milliseconds)))
}
