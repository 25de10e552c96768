import type { IncomingMessage, RequestListener } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { actorHeader } from '../procedures.ts'
import type { Caller } from '../service.ts'
import type { PilotRouter } from './router.ts'

/** Answers HTTP requests that came by one socket, which is their whole authority. Bodies up to 1 MB. */
export const createListener = (router: PilotRouter, source: Caller['source']): RequestListener =>
  createHTTPHandler({
    router,
    maxBodySize: 1024 * 1024,
    createContext: ({ req }): Caller => ({ source, actor: actorOf(req, source) }),
  })

const actorOf = (request: IncomingMessage, source: Caller['source']): string => {
  const told = request.headers[actorHeader]
  // Only root may name somebody else; on the other sockets a header proves nothing.
  if (source === 'root' && typeof told === 'string' && /^[\x20-\x7e]{1,100}$/.test(told)) return told
  return source
}
