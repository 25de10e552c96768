import { createTRPCUntypedClient, httpBatchStreamLink, type TRPCRequestOptions } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { Agent, fetch, type RequestInit } from 'undici'
import { actorHeader, procedureNames, procedures } from '../procedures.ts'
import type { PilotService } from '../service.ts'
import { toPilotError } from './transport-problem.ts'

/** The service as seen from outside: the agent itself adds the caller. Each method may be aborted. */
export type PilotClient = {
  [Name in keyof PilotService]: PilotService[Name] extends (
    input: infer Input,
    ...rest: never[]
  ) => infer Answer
    ? (input: Input, signal?: AbortSignal) => Answer
    : never
} & {
  /** Drops the connections; calls in work fail. */
  close(): Promise<void>
}

export interface ClientOptions {
  /** The agent's socket; which one decides what is permitted. */
  readonly socketPath: string
  /** On the root socket: whom root acts for, such as `root (sudo alice)`. */
  readonly actor?: string
}

/**
 * A client of the agent on a Unix socket. Its methods throw `PilotError`: `service-down` where nobody answers
 * or the answer breaks off, `not-permitted` where this account may not open the socket.
 */
export const createClient = ({ socketPath, actor }: ClientOptions): PilotClient => {
  // Operations and logs may be silent for minutes: no limit on the time between two lines.
  const dispatcher = new Agent({ connect: { socketPath }, bodyTimeout: 0, headersTimeout: 0 })
  const trpc = createTRPCUntypedClient<AnyRouter>({
    links: [
      httpBatchStreamLink({
        url: 'http://pilot',
        // One request for each call, so that aborting one leaves the others.
        maxItems: 1,
        headers: actor === undefined ? {} : { [actorHeader]: actor },
        fetch: (url, options) => fetch(String(url), { ...(options as RequestInit), dispatcher }),
      }),
    ],
  })

  const call = async (name: string, input: unknown, options: TRPCRequestOptions): Promise<unknown> => {
    try {
      return await trpc.mutation(name, input, options)
    } catch (error) {
      throw toPilotError(error, socketPath)
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
      if (signal?.aborted !== true) throw toPilotError(error, socketPath)
    } finally {
      leave.abort()
    }
  }

  const methods = procedureNames.map((name) => [
    name,
    procedures[name].answer === 'stream'
      ? (input: unknown, signal?: AbortSignal) => stream(name, input, signal)
      : (input: unknown, signal?: AbortSignal) => call(name, input, signal === undefined ? {} : { signal }),
  ])
  // The table of procedures names exactly the service's methods (checked there by `satisfies`).
  return { ...Object.fromEntries(methods), close: () => dispatcher.destroy() } as PilotClient
}
