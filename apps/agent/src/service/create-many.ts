import type { Caller } from '@pilot/api/service'
import {
  allParts,
  PilotError,
  TenantName,
  type CreateManyInput,
  type OperationEvent,
  type Problem,
} from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { changeTenant, type Emit } from '../operations/change-tenant.ts'
import { streamOf } from '../operations/run-operation.ts'
import { settingsOf } from '../wishes/index.ts'
import { create } from './create.ts'
import { jobOf } from './job.ts'

/** Makes `<prefix>1` to `<prefix><count>`. One that fails does not stop the others; `finished` counts both. */
export const createMany = (
  agent: Agent,
  input: CreateManyInput,
  caller: Caller,
): AsyncIterable<OperationEvent> =>
  streamOf(async (emit) => {
    const names = namesOf(input)
    const started = performance.now()
    let failed = 0
    await forEachOf(names, concurrency, async (name) => {
      const problem = await createOne(agent, name, input, caller, emit)
      if (problem !== null) failed += 1
    })
    emit({
      event: 'finished',
      done: names.length - failed,
      failed,
      milliseconds: performance.now() - started,
    })
  })

// More at once only wait for each other in systemd and PostgreSQL.
const concurrency = 4

const namesOf = ({ prefix, count }: CreateManyInput): TenantName[] => {
  const names = Array.from({ length: count }, (_, index) => TenantName.safeParse(`${prefix}${index + 1}`))
  const refused = names.find(({ success }) => !success)
  if (refused?.error !== undefined)
    throw new PilotError({
      code: 'invalid-input',
      field: 'prefix',
      reason: refused.error.issues[0]?.message ?? '',
    })
  return names.flatMap(({ data }) => data ?? [])
}

const createOne = async (
  agent: Agent,
  name: TenantName,
  { idle, scope }: CreateManyInput,
  caller: Caller,
  emit: Emit,
): Promise<Problem | null> => {
  const input = { name, idle, scope }
  try {
    return await changeTenant(
      agent,
      jobOf('createMany', input, caller),
      create(agent, name, settingsOf(input), allParts),
      emit,
    )
  } catch (error) {
    if (!(error instanceof PilotError)) throw error
    emit({ event: 'tenant-finished', tenant: name, problem: error.problem, milliseconds: 0 })
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
