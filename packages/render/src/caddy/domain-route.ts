import type { Domain } from '@pilot/contract'
import type { JsonObject } from './json.ts'
import { proxyTo } from './proxy-handler.ts'

/** A route of its own, for a domain too long to be part of a socket's path (`fitsSocketPath`). */
export const renderDomainRoute = (domain: Domain, socketPath: string): JsonObject => ({
  '@id': domainRouteId(domain),
  // Host matchers ignore case, but not a trailing dot.
  match: [{ host: [domain, `${domain}.`] }],
  handle: [proxyTo(socketPath)],
  terminal: true,
})

export const domainRouteId = (domain: Domain): string => `${domainRoutePrefix}${domain}`
export const domainRoutePrefix = 'pilot-domain-'
