import { PilotError } from '@pilot/contract'
import { createTRPCUntypedClient, httpBatchStreamLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'
import type { CalledService, EventInput, EventName, EventOf } from './called-service.ts'
import { createMethods } from './methods.ts'
import { isAbort, readProblem } from './problem.ts'

export type { EventInput, EventName, EventOf } from './called-service.ts'

/** The service as a page sees it, through the bridge: the session's cookie says who calls. */
export type BrowserClient = CalledService & {
  /** Listens until the returned function is called; connects again by itself. */
  listen<Name extends EventName>(
    name: Name,
    input: EventInput<Name>,
    listener: EventListener<EventOf<Name>>,
  ): () => void
}

export interface EventListener<Item> {
  readonly onItem: (item: Item) => void
  /** The stream stands, or was lost and is being tried again. */
  readonly onState?: (state: 'connecting' | 'open' | 'lost') => void
  /** It ended for good, with the problem that the agent told. */
  readonly onProblem?: (error: PilotError) => void
}

/**
 * A client for the browser at the bridge's address, such as `/api/trpc`. Its methods throw `PilotError`:
 * `service-down` where the bridge or the agent behind it does not answer.
 */
export const createBrowserClient = (url: string): BrowserClient => {
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

  const listen = (name: string, input: unknown, { onItem, onState, onProblem }: EventListener<unknown>) => {
    const subscription = trpc.subscription(name, input, {
      onData: (item) => onItem(item),
      onConnectionStateChange: ({ state }) =>
        onState?.(state === 'pending' ? 'open' : state === 'connecting' ? 'connecting' : 'lost'),
      onError: (error) => {
        const failure = toPilotError(error)
        if (failure instanceof PilotError) onProblem?.(failure)
      },
    })
    return () => subscription.unsubscribe()
  }
  return { ...createMethods(trpc, toPilotError), listen } as BrowserClient
}

const toPilotError = (error: unknown): unknown => {
  if (error instanceof PilotError || isAbort(error)) return error
  const told = readProblem(error)
  if (told !== undefined) return new PilotError(told, { cause: error })
  const detail = error instanceof Error ? error.message : String(error)
  return new PilotError({ code: 'service-down', service: 'pilot-agent', detail }, { cause: error })
}
