import { PilotError } from '@pilot/contract'
import { createTRPCUntypedClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import { toldInError } from '../answer-body.ts'
import type { MethodTable } from '../method.ts'
import { pilotMethods } from '../methods/index.ts'
import type { Called, EventInput, EventName, EventOf } from './called.ts'
import { isAbort } from './causes.ts'
import { createMethods } from './methods.ts'
import { parsedProblem } from './parsed-problem.ts'

export { problemIn } from './parsed-problem.ts'

/** The service as a page sees it, through the bridge: the session's cookie says who calls. */
export type BrowserClient = BrowserClientOf<typeof pilotMethods>

export type BrowserClientOf<Table> = Called<Table> & {
  /** Listens until the returned function is called; connects again by itself. */
  listen<Name extends EventName<Table>>(
    name: Name,
    input: EventInput<Table[Name]>,
    listener: EventListener<EventOf<Table[Name]>>,
  ): () => void
}

export interface EventListener<Item> {
  onItem(item: Item): void
  /** The stream stands, or was lost and is being tried again. */
  readonly onState?: (state: 'connecting' | 'open' | 'lost') => void
  /** It ended for good, with the problem that the agent told. */
  readonly onProblem?: (error: PilotError) => void
}

/**
 * A client for the browser at the bridge's address, such as `/api/trpc`. Its methods throw `PilotError`:
 * `service-down` where the bridge or the agent behind it does not answer.
 */
export const createBrowserClient = (url: string): BrowserClient => createBrowserClientOf(pilotMethods, url)

/** The same of any table of methods. */
export const createBrowserClientOf = <Table extends MethodTable>(
  methods: Table,
  url: string,
): BrowserClientOf<Table> => {
  const trpc = createTRPCUntypedClient<AnyRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === 'subscription',
        true: httpSubscriptionLink({ url }),
        // One request for each call, so that aborting one leaves the others.
        false: httpBatchStreamLink({ url, maxItems: 1 }),
      }),
    ],
  })
  const raw = { url, fetch, sendsStreams }

  return {
    ...createMethods(methods, { trpc, raw, readProblem: parsedProblem, translate: toPilotError }),
    listen: (name, input, listener: EventListener<unknown>) => {
      const subscription = trpc.subscription(name, input, {
        onData: (item) => listener.onItem(item),
        onConnectionStateChange: ({ state }) =>
          listener.onState?.(state === 'pending' ? 'open' : state === 'connecting' ? 'connecting' : 'lost'),
        onError: (error) => {
          const failure = toPilotError(error)
          if (failure instanceof PilotError) listener.onProblem?.(failure)
        },
      })
      return () => subscription.unsubscribe()
    },
  }
}

/**
 * Over HTTP/2 or newer, and in a browser that knows how; over HTTP/1.1 fetch() refuses it (Fetch, 2.2.6). Without it
 * nothing is told of how far an upload is.
 */
const sendsStreams = (): boolean => 'duplex' in Request.prototype && /^h[23]/.test(protocolOfPage())

const protocolOfPage = (): string => {
  for (const entry of performance.getEntries())
    if ('nextHopProtocol' in entry) return String(entry.nextHopProtocol)
  return ''
}

const toPilotError = (error: unknown): unknown => {
  if (error instanceof PilotError || isAbort(error)) return error
  const told = parsedProblem(toldInError(error))
  if (told !== undefined) return new PilotError(told, { cause: error })
  const detail = error instanceof Error ? error.message : String(error)
  return new PilotError({ code: 'service-down', service: 'pilot-agent', detail }, { cause: error })
}
