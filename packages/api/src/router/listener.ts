import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import type { Caller } from '../caller.ts'
import { isRaw, lasts, type AnyMethod } from '../method.ts'
import { findRefusal } from './authority.ts'
import type { Bound } from './bind.ts'
import { hangUpAfter } from './content.ts'
import { contextOf, type Authenticate } from './context.ts'
import { answerRaw } from './raw.ts'
import type { Router } from './router.ts'
import { createSeats, type SeatLimits } from './seats.ts'
import { sendProblem } from './send.ts'

/**
 * For the server in front of a listener. It hangs up itself on who dawdles over a body: node:http could not tell an
 * upload, which may take hours, from any other request.
 */
export const serverTimeouts = { headersTimeout: 10_000, requestTimeout: 0 }

/**
 * Answers HTTP requests that came by one socket, which is their whole authority; on the bridge together with the
 * session or API token in `Authorization: Bearer`. One call in each request, with a body up to what its method takes
 * (1 MB of JSON). The bridge has only so many seats: a call beyond them is answered `overloaded` at once.
 */
export const createListener = (
  router: Router,
  source: Caller['source'],
  authenticate: Authenticate,
  limits: SeatLimits = standardLimits,
): RequestListener => {
  const { methods, trpc, hooks } = router
  const seats = createSeats(limits)

  /** False where there is none. What will be refused anyway needs none. */
  const takeSeat = (context: Known, bound: Bound | undefined, response: ServerResponse): boolean => {
    if (source !== 'bridge' || bound === undefined) return true
    if (findRefusal(bound.name, bound.method, context) !== undefined) return true
    const leave = seats.take(seatOf(bound.method), operatorOf(context))
    if (leave === undefined) return false
    // Also when the reader left and the operation goes on.
    response.once('close', leave)
    return true
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = nameIn(request)
    const bound = methods.get(name)
    if (bound?.method.content !== 'upload') hangUpAfter(request, hooks.patience)
    const known = Promise.try(() => contextOf(request, source, authenticate))
    const overloaded = await known.then(
      // Who has proven nothing yet takes no seat while a body dawdles: of what is signed, once the body is there.
      (context) => bound?.method.content !== 'signed' && !takeSeat(context, bound, response),
      // Told as any other error.
      () => false,
    )
    const context = async () => ({ ...(await known), overloaded })
    if (overloaded && bound?.method.answer !== 'events') sendProblem(response, { code: 'overloaded' })
    else if (bound !== undefined && isRaw(bound.method))
      await answerRaw({
        bound,
        request,
        response,
        context,
        hooks,
        takeSeat: async () => takeSeat(await known, bound, response),
      })
    else
      await nodeHTTPRequestHandler({
        router: trpc,
        req: request,
        res: response,
        path: bound?.name ?? 'unknown',
        maxBodySize: bound?.method.most ?? 1024,
        maxBatchSize: 1,
        createContext: context,
      })
  }
  return (request, response) => void answer(request, response)
}

const standardLimits: SeatLimits = { calls: 64, streams: 128, streamsOfOne: 32 }

// Exactly as our clients write it: what tRPC would take as the same by decoding would get past the seats.
const nameIn = ({ url = '' }: IncomingMessage): string => url.slice(1).replace(/\?.*$/s, '')

type Known = ReturnType<typeof contextOf>

const seatOf = (method: AnyMethod): 'call' | 'stream' =>
  lasts(method) || method.content === 'upload' ? 'stream' : 'call'

// Not the session or token: everybody can have any number of these.
const operatorOf = ({ caller: { operator } }: Known): string => operator?.name ?? ''
