import type { Domain } from '@pilot/contract'
import type { JsonObject } from './json.ts'
import { matchHost } from './match-host.ts'
import { proxyTo } from './proxy-handler.ts'

/**
 * A route of its own among the tenants' routes, for a domain too long to be part of a socket's path
 * (`fitsSocketPath`).
 */
export const renderDomainRoute = (domain: Domain, socketPath: string): JsonObject => ({
  match: [matchHost(domain)],
  handle: [proxyTo(socketPath)],
  terminal: true,
})
