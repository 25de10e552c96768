import type { Caller } from '@pilot/api/service'
import {
  millisecondsSince,
  PilotError,
  type CreateTenantInput,
  type OperationEvent,
  type Problem,
} from '@pilot/contract'
import pLimit from 'p-limit'
import { changeTenant, type ChangeParts, type Emit } from '../operations/change-tenant.ts'
import { streamOf } from '../operations/run-operation.ts'
import { settingsOf } from '../wishes/index.ts'
import { create } from './create.ts'
import { jobOf } from './job.ts'

/** Makes these tenants. One that fails does not stop the others; `finished` counts both. */
export const createEach = (
  agent: ChangeParts,
  action: 'createMany' | 'createList',
  read: () => readonly CreateTenantInput[],
  caller: Caller,
): AsyncIterable<OperationEvent> =>
  streamOf(async (emit) => {
    const inputs = read()
    const started = performance.now()
    let failed = 0
    const createBatch = (batch: readonly CreateTenantInput[]): Promise<unknown> =>
      Promise.all(
        batch.map(async (input) => {
          const problem = await createOne(agent, action, input, caller, emit)
          if (problem !== null) failed += 1
        }),
      )
    await twoAtOnce(batchesOf(inputs), createBatch)
    emit({
      event: 'finished',
      done: inputs.length - failed,
      failed,
      milliseconds: millisecondsSince(started),
    })
  })

/**
 * They begin together, so that they share what costs the same for fifty as for one: looking accounts up, and
 * systemd-sysusers (host's accounts.ts). In systemd and PostgreSQL they wait for each other.
 */
const batchesOf = (inputs: readonly CreateTenantInput[]): readonly (readonly CreateTenantInput[])[] =>
  Array.from({ length: Math.ceil(inputs.length / batchSize) }, (_, index) =>
    inputs.slice(index * batchSize, (index + 1) * batchSize),
  )

const batchSize = 50

/** While databases of one batch are made, accounts of the next are. Once one has failed no other begins. */
const twoAtOnce = async <Batch>(
  batches: readonly Batch[],
  work: (batch: Batch) => Promise<unknown>,
): Promise<void> => {
  const limit = pLimit(2)
  await limit.map(batches, async (batch) => {
    try {
      await work(batch)
    } catch (error) {
      limit.clearQueue()
      throw error
    }
  })
}

const createOne = async (
  agent: ChangeParts,
  action: string,
  input: CreateTenantInput,
  caller: Caller,
  emit: Emit,
): Promise<Problem | null> => {
  try {
    return await changeTenant(
      agent,
      jobOf(action, input, caller),
      create(agent, input.name, settingsOf(input)),
      emit,
    )
  } catch (error) {
    if (!(error instanceof PilotError)) throw error
    emit({ event: 'tenant-finished', tenant: input.name, problem: error.problem, milliseconds: 0 })
    return error.problem
  }
}
