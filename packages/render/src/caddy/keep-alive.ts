import type { JsonObject } from './json.ts'

/**
 * How long Caddy keeps a connection to a program for the next request. Who leaves first loses nothing: Go looks at the
 * clock before it uses one (net/http: Transport.queueForIdleConn), while a program that left may have a POST on its
 * way. So it is shorter than the patience of any server: gunicorn has 2 s, Node and uvicorn 5 s, the preload sees to
 * 2 s (packages/activation/src/kept-connections.ts). Short also because by so much a stop takes longer and a program
 * falls asleep later; a program with four requests a second needs no kept connections.
 */
export const keepAlive: JsonObject = {
  idle_timeout: '250ms',
  // Caddy 2.6 would keep two once anything is said here (Go's default), later ones 32.
  max_idle_conns_per_host: 64,
}
