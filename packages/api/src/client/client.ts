import { createTRPCUntypedClient, httpBatchStreamLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { Agent, fetch, type RequestInit } from 'undici'
import { actorHeader, addressHeader } from '../procedures.ts'
import type { CalledService } from './called-service.ts'
import { createMethods } from './methods.ts'
import { toPilotError } from './transport-problem.ts'

/** The service as seen from outside, without its events, which are for browsers. */
export type PilotClient = CalledService & {
  /** Drops the connections; calls in work fail. */
  close(): Promise<void>
}

export interface ClientOptions {
  /** The agent's socket; which one decides what is permitted. */
  readonly socketPath: string
  /** On the root socket: whom root acts for, such as `root (sudo alice)`. */
  readonly actor?: string
  /** On the bridge: an operator's session or API token. */
  readonly credential?: string | undefined
  /** On the bridge: where the browser is, and what it calls itself. */
  readonly address?: string | undefined
  readonly userAgent?: string | undefined
}

/**
 * A client of the agent on a Unix socket. Its methods throw `PilotError`: `service-down` where nobody answers
 * or the answer breaks off, `not-permitted` where this account may not open the socket.
 */
export const createClient = (options: ClientOptions): PilotClient => {
  const { socketPath } = options
  // Operations and logs may be silent for minutes: no limit on the time between two lines.
  const dispatcher = new Agent({ connect: { socketPath }, bodyTimeout: 0, headersTimeout: 0 })
  const trpc = createTRPCUntypedClient<AnyRouter>({
    links: [
      httpBatchStreamLink({
        url: 'http://pilot',
        // One request for each call, so that aborting one leaves the others.
        maxItems: 1,
        headers: headersOf(options),
        fetch: (url, options) => fetch(String(url), { ...(options as RequestInit), dispatcher }),
      }),
    ],
  })

  return {
    ...createMethods(trpc, (error) => toPilotError(error, socketPath)),
    close: () => dispatcher.destroy(),
  }
}

const headersOf = ({ actor, credential, address, userAgent }: ClientOptions): Record<string, string> => ({
  ...(actor === undefined ? {} : { [actorHeader]: actor }),
  ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
  ...(address === undefined ? {} : { [addressHeader]: address }),
  ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
})
