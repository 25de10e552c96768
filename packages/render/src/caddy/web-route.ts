import { paths } from '../paths.ts'
import type { JsonObject } from './json.ts'
import { matchHost } from './match-host.ts'
import { proxyTo } from './proxy-handler.ts'

/**
 * The route of Pilot's own web interface. It stands before the tenants' routes, so that none of them can take its
 * domain. Caddy sets X-Forwarded-For anew, whatever the client sent (Caddy: reverse_proxy, defaults).
 */
export const renderWebRoute = (domain: string): JsonObject => ({
  match: [matchHost(domain)],
  handle: [proxyTo(paths.webSocket, whenClosed)],
  terminal: true,
})

const whenClosed = `Pilot's web interface does not answer.
On the machine, this tells why: systemctl status pilot-web.socket pilot-web.service
`
