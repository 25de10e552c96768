import type { TRPCRequestOptions, TRPCUntypedClient } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { procedureNames, procedures } from '../procedures.ts'
import type { CalledService } from './called-service.ts'

/** The methods that are called, over any transport; `translate` makes its errors ours. */
export const createMethods = (
  trpc: TRPCUntypedClient<AnyRouter>,
  translate: (error: unknown) => unknown,
): CalledService => {
  const call = async (name: string, input: unknown, options: TRPCRequestOptions): Promise<unknown> => {
    try {
      return await trpc.mutation(name, input, options)
    } catch (error) {
      throw translate(error)
    }
  }

  const stream = async function* (name: string, input: unknown, signal?: AbortSignal) {
    const leave = new AbortController()
    try {
      const items = await trpc.mutation(name, input, {
        signal: AbortSignal.any(signal === undefined ? [leave.signal] : [leave.signal, signal]),
      })
      yield* items as AsyncIterable<unknown>
    } catch (error) {
      if (signal?.aborted !== true) throw translate(error)
    } finally {
      leave.abort()
    }
  }

  const called = procedureNames.filter((name) => procedures[name].answer !== 'events')
  const methods = called.map((name) => [
    name,
    procedures[name].answer === 'stream'
      ? (input: unknown, signal?: AbortSignal) => stream(name, input, signal)
      : (input: unknown, signal?: AbortSignal) => call(name, input, signal === undefined ? {} : { signal }),
  ])
  // The table of procedures names exactly the service's methods (checked there by `satisfies`).
  return Object.fromEntries(methods) as CalledService
}
