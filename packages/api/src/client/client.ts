import { createTRPCUntypedClient, httpBatchStreamLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { Agent, fetch, type RequestInit } from 'undici'
import { actorHeader, addressHeader } from '../headers.ts'
import type { MethodTable } from '../method.ts'
import { pilotMethods } from '../methods/index.ts'
import type { Called } from './called.ts'
import { createMethods } from './methods.ts'
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
  // Operations and logs may be silent for minutes: no limit on the time between two lines.
  const dispatcher = new Agent({ connect: { socketPath }, bodyTimeout: 0, headersTimeout: 0 })
  // Its types are undici's own, and not those of a browser's fetch().
  const send = (address: string, request: object) =>
    fetch(address, { ...(request as RequestInit), dispatcher })
  const trpc = createTRPCUntypedClient<AnyRouter>({
    links: [
      httpBatchStreamLink({
        url,
        // One request for each call, so that aborting one leaves the others.
        maxItems: 1,
        headers,
        fetch: (address, request) => send(String(address), request ?? {}),
      }),
    ],
  })
  const raw = {
    url,
    fetch: (address: string, request: object) => send(address, { ...request, headers }),
    sendsStreams: () => true,
  }

  return {
    ...createMethods(methods, { trpc, raw, translate: (error) => toPilotError(error, socketPath) }),
    close: () => dispatcher.destroy(),
  }
}

const headersOf = ({ actor, credential, address, userAgent }: ClientOptions): Record<string, string> => ({
  ...(actor === undefined ? {} : { [actorHeader]: actor }),
  ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
  ...(address === undefined ? {} : { [addressHeader]: address }),
  ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
})
