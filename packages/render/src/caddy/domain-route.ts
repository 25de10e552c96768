import type { Domain } from '@pilot/contract'
import type { JsonObject } from './json.ts'
import { proxyTo } from './proxy-handler.ts'

/**
 * A route of its own within the tenants' route, for a domain too long to be part of a socket's path
 * (`fitsSocketPath`). Not by a `host` matcher: for that Caddy would switch on automatic HTTPS (Caddy:
 * automatic HTTPS, activation), obtain certificates, and turn a plain server into one with TLS.
 */
export const renderDomainRoute = (domain: Domain, socketPath: string): JsonObject => ({
  match: [{ vars_regexp: { '{http.request.host}': { pattern: `^${domain.replaceAll('.', '\\.')}$` } } }],
  handle: [proxyTo(socketPath)],
  terminal: true,
})
