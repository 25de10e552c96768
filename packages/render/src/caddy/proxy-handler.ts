import type { JsonObject } from './json.ts'
import { keepAlive } from './keep-alive.ts'
import { respond } from './respond.ts'

/**
 * Passes the request to a Unix socket. Where nobody listens there, one of the routes of `whenClosed` answers; where the
 * answer is no HTTP, it is 502.
 */
export const proxyTo = (
  socketPath: string,
  whenClosed: readonly JsonObject[] = [siteIsClosed],
): JsonObject => ({
  handler: 'subroute',
  routes: [
    {
      handle: [
        {
          handler: 'reverse_proxy',
          upstreams: [{ dial: `unix/${socketPath}` }],
          // No flush_interval: Caddy passes streams on at once anyway, and with -1 it would stay connected after the
          // visitor has left (Caddy: reverse_proxy, streaming), which keeps a program awake.
          transport: { protocol: 'http', keep_alive: keepAlive },
        },
      ],
    },
  ],
  errors: { routes: [...whenClosed, otherwise] },
})

/** The socket is closed while a crashing tenant pauses, or suspended; a reset is a connection that waited in it. */
export const nobodyListens = {
  vars_regexp: { '{http.error.message}': { pattern: 'dial unix|connection reset' } },
}

/** Where nobody listens: 503 with that text. */
export const closed = (body: string): JsonObject => ({
  match: [nobodyListens],
  handle: [respond(503, body, { 'Retry-After': ['5'] })],
  terminal: true,
})

export const siteIsClosed = closed('This site is not available at the moment. Try again in a few seconds.\n')

const otherwise = { handle: [respond(502, 'This site gave no valid answer.\n')] }
