import type { RequestListener } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import type { Caller } from '../service.ts'
import { contextOf, type Authenticate } from './context.ts'
import type { PilotRouter } from './router.ts'

/**
 * Answers HTTP requests that came by one socket, which is their whole authority; on the bridge together with the
 * session or API token in `Authorization: Bearer`. Bodies up to 1 MB.
 */
export const createListener = (
  router: PilotRouter,
  source: Caller['source'],
  authenticate: Authenticate,
): RequestListener =>
  createHTTPHandler({
    router,
    maxBodySize: 1024 * 1024,
    createContext: ({ req }) => contextOf(req, source, authenticate),
  })
