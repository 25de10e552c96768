import { createTRPCUntypedClient, httpBatchLink, httpBatchStreamLink, splitLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { actorHeader, addressHeader } from '../headers.ts'
import type { MethodTable } from '../method.ts'
import { pilotMethods } from '../methods/index.ts'
import type { Called } from './called.ts'
import { knownProblem } from './known-problem.ts'
import { createMethods } from './methods.ts'
import { createSocketFetch, type SocketRequest } from './socket-fetch.ts'
import type { RawRequest } from './transport.ts'
import { toPilotError } from './transport-problem.ts'

/** The service as seen from outside, without its events, which are for browsers. */
export type PilotClient = ClientOf<typeof pilotMethods>

export type ClientOf<Table> = Called<Table> & {
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
export const createClient = (options: ClientOptions): PilotClient => createClientOf(pilotMethods, options)

/** The same of any table of methods. */
export const createClientOf = <Table extends MethodTable>(
  methods: Table,
  options: ClientOptions,
): ClientOf<Table> => {
  const { socketPath } = options
  const url = 'http://pilot'
  const headers = headersOf(options)
  const socket = createSocketFetch(socketPath)
  const link = {
    url,
    // One request for each call, so that aborting one leaves the others.
    maxItems: 1,
    headers,
    // As tRPC itself asks, and as much as it reads; its types are those of any fetch().
    fetch: (address: unknown, request: unknown) =>
      socket.fetch(String(address), request as SocketRequest) as Promise<never>,
  }
  const trpc = createTRPCUntypedClient<AnyRouter>({
    links: [
      splitLink({
        condition: ({ path }) => methods[path]?.answer === 'stream',
        true: httpBatchStreamLink(link),
        // A value comes whole. As a stream of one it would have to be taken apart by streams that Node loads for it.
        false: httpBatchLink(link),
      }),
    ],
  })
  const raw = {
    url,
    fetch: (address: string, request: RawRequest) => socket.fetch(address, { ...request, headers }),
    sendsStreams: () => true,
  }

  return {
    ...createMethods(methods, {
      trpc,
      raw,
      readProblem: knownProblem,
      translate: (error) => toPilotError(error, socketPath),
    }),
    close: async () => socket.close(),
  }
}

const headersOf = ({ actor, credential, address, userAgent }: ClientOptions): Record<string, string> => ({
  ...(actor === undefined ? {} : { [actorHeader]: actor }),
  ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
  ...(address === undefined ? {} : { [addressHeader]: address }),
  ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
})
