import type { Caller } from '@pilot/api/service'
import {
  allParts,
  PilotError,
  type CreateTenantInput,
  type OperationEvent,
  type Problem,
} from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { changeTenant, type Emit } from '../operations/change-tenant.ts'
import { streamOf } from '../operations/run-operation.ts'
import { settingsOf } from '../wishes/index.ts'
import { create } from './create.ts'
import { jobOf } from './job.ts'

/** Makes these tenants. One that fails does not stop the others; `finished` counts both. */
export const createEach = (
  agent: Agent,
  action: 'createMany' | 'createList',
  read: () => readonly CreateTenantInput[],
  caller: Caller,
): AsyncIterable<OperationEvent> =>
  streamOf(async (emit) => {
    const inputs = read()
    const started = performance.now()
    let failed = 0
    await forEachOf(inputs, concurrency, async (input) => {
      const problem = await createOne(agent, action, input, caller, emit)
      if (problem !== null) failed += 1
    })
    emit({
      event: 'finished',
      done: inputs.length - failed,
      failed,
      milliseconds: performance.now() - started,
    })
  })

// So many that they share programs: a lookup of accounts, or systemd-sysusers, costs the same for 50 as for one (host's
// accounts.ts). In systemd and PostgreSQL they wait for each other.
const concurrency = 50

const createOne = async (
  agent: Agent,
  action: string,
  input: CreateTenantInput,
  caller: Caller,
  emit: Emit,
): Promise<Problem | null> => {
  try {
    return await changeTenant(
      agent,
      jobOf(action, input, caller),
      create(agent, input.name, settingsOf(input), allParts),
      emit,
    )
  } catch (error) {
    if (!(error instanceof PilotError)) throw error
    emit({ event: 'tenant-finished', tenant: input.name, problem: error.problem, milliseconds: 0 })
    return error.problem
  }
}

const forEachOf = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const rest = items.values()
  const worker = async (): Promise<void> => {
    for (const item of rest) await work(item)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
