import { millisecondsSince, type OperationEvent } from '@pilot/contract'
import { changeTenant, type Decide, type Emit, type Job, type ChangeParts } from './change-tenant.ts'
import { createChannel } from './channel.ts'

/** One tenant's change as the stream that a caller reads; it goes on when the caller leaves. */
export const runOperation = (agent: ChangeParts, job: Job, decide: Decide): AsyncIterable<OperationEvent> =>
  streamOf(async (emit) => {
    const started = performance.now()
    const problem = await changeTenant(agent, job, decide, emit)
    const failed = problem === null ? 0 : 1
    emit({ event: 'finished', done: 1 - failed, failed, milliseconds: millisecondsSince(started) })
  })

/** The events that this work emits, and its error behind the last one. */
export const streamOf = async function* (
  work: (emit: Emit) => Promise<void>,
): AsyncGenerator<OperationEvent, void> {
  const channel = createChannel<OperationEvent>()
  work((event) => channel.push(event)).then(
    () => channel.close(),
    (error: unknown) => channel.close(error),
  )
  yield* channel.read()
}
