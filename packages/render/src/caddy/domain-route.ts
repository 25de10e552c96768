import type { Domain } from '@pilot/contract'
import type { JsonObject } from './json.ts'
import { matchHost } from './match-host.ts'
import { closed, proxyTo, siteIsClosed } from './proxy-handler.ts'

/**
 * A route of its own within the tenants' route, for a domain too long to be part of a socket's path
 * (`fitsSocketPath`).
 */
export const renderDomainRoute = (domain: Domain, socketPath: string): JsonObject => ({
  match: [matchHost(domain)],
  handle: [proxyTo(socketPath, [closed(siteIsClosed)])],
  terminal: true,
})
