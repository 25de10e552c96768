import type { JsonObject } from './json.ts'

/**
 * Passes the request to a Unix socket. Where nobody listens there, one of the routes of `whenClosed` answers; where the
 * answer is no HTTP, it is 502.
 */
export const proxyTo = (socketPath: string, whenClosed: readonly JsonObject[]): JsonObject => ({
  handler: 'subroute',
  routes: [
    {
      handle: [
        {
          handler: 'reverse_proxy',
          upstreams: [{ dial: `unix/${socketPath}` }],
          // No flush_interval: Caddy passes streams on at once anyway, and with -1 it would stay connected after the
          // visitor has left (Caddy: reverse_proxy, streaming), which keeps a program awake.
          // A kept connection would be one to a program that leaves when idle: 4 of 955 POSTs were lost by it.
          transport: { protocol: 'http', keep_alive: { enabled: false } },
        },
      ],
    },
  ],
  errors: { routes: [...whenClosed, otherwise] },
})

export const siteIsClosed = 'This site is not available at the moment. Try again in a few seconds.\n'

/** The socket is closed while a crashing tenant pauses, or suspended; a reset is a connection that waited in it. */
export const nobodyListens = {
  vars_regexp: { '{http.error.message}': { pattern: 'dial unix|connection reset' } },
}

/** 503 with that text; by default where nobody listens. */
export const closed = (body: string, matcher: JsonObject = nobodyListens): JsonObject => ({
  match: [matcher],
  handle: [
    {
      handler: 'static_response',
      status_code: 503,
      headers: { 'Content-Type': ['text/plain; charset=utf-8'], 'Retry-After': ['5'] },
      body,
    },
  ],
  terminal: true,
})

const otherwise = {
  handle: [
    {
      handler: 'static_response',
      status_code: 502,
      headers: { 'Content-Type': ['text/plain; charset=utf-8'] },
      body: 'This site gave no valid answer.\n',
    },
  ],
}
