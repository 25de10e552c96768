import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { PilotError } from '@pilot/contract'
import { TRPCError } from '@trpc/server'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { lasts, procedures, type Procedure, type ProcedureName } from '../procedures.ts'
import type { Caller } from '../service.ts'
import { findRefusal } from './authority.ts'
import { contextOf, type Authenticate } from './context.ts'
import { toErrorShape } from './error-shape.ts'
import type { PilotRouter } from './router.ts'
import { createSeats, type SeatLimits } from './seats.ts'

/**
 * Answers HTTP requests that came by one socket, which is their whole authority; on the bridge together with the
 * session or API token in `Authorization: Bearer`. Bodies up to 1 MB, one call in each request. The bridge has only
 * so many seats: a call beyond them is answered `overloaded` at once.
 */
export const createListener = (
  router: PilotRouter,
  source: Caller['source'],
  authenticate: Authenticate,
  limits: SeatLimits = standardLimits,
): RequestListener => {
  const seats = createSeats(limits)

  /** False where there is none. What will be refused anyway needs none. */
  const takeSeat = (context: Known, name: ProcedureName | undefined, response: ServerResponse): boolean => {
    if (source !== 'bridge' || name === undefined) return true
    if (findRefusal(name, procedures[name], context) !== undefined) return true
    const leave = seats.take(lasts(procedures[name]) ? 'stream' : 'call', operatorOf(context))
    if (leave === undefined) return false
    // Also when the reader left and the operation goes on.
    response.once('close', leave)
    return true
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const name = procedureOf(request)
    const known = Promise.try(() => contextOf(request, source, authenticate))
    const overloaded = await known.then(
      (context) => !takeSeat(context, name, response),
      // Told by tRPC, as any other error.
      () => false,
    )
    if (overloaded && name !== undefined && !isEvents(procedures[name])) refuse(response)
    else
      await nodeHTTPRequestHandler({
        router,
        req: request,
        res: response,
        path: name ?? 'unknown',
        maxBodySize: 1024 * 1024,
        maxBatchSize: 1,
        createContext: async () => ({ ...(await known), overloaded }),
      })
  }
  return (request, response) => void answer(request, response)
}

const standardLimits: SeatLimits = { calls: 64, streams: 128, streamsOfOne: 32 }

// Exactly as our clients write it: what tRPC would take as the same by decoding would get past the seats.
const procedureOf = ({ url = '' }: IncomingMessage): ProcedureName | undefined => {
  const name = url.slice(1).replace(/\?.*$/s, '')
  return Object.hasOwn(procedures, name) ? (name as ProcedureName) : undefined
}

type Known = ReturnType<typeof contextOf>

// Not the session or token: everybody can have any number of these.
const operatorOf = ({ caller: { operator } }: Known): string => operator?.name ?? ''

// An EventSource hears nothing of a failed request, so tRPC tells it within the stream.
const isEvents = ({ answer }: Procedure): boolean => answer === 'events'

const refuse = (response: ServerResponse): void => {
  const cause = new PilotError({ code: 'overloaded' })
  const error = toErrorShape(new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause }), () => undefined)
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' })
  response.end(JSON.stringify({ error }))
}
