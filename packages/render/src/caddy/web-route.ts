import { paths } from '../paths.ts'
import type { JsonObject } from './json.ts'
import { matchHost } from './match-host.ts'
import { closed, proxyTo } from './proxy-handler.ts'

/**
 * The route of Pilot's own web interface. It stands before the tenants' routes, so that none of them can take its
 * domain. Caddy sets X-Forwarded-For anew, whatever the client sent (Caddy: reverse_proxy, defaults).
 */
export const renderWebRoute = (domain: string): JsonObject => ({
  match: [matchHost(domain)],
  handle: [
    { handler: 'subroute', routes: [assets, { handle: [proxyTo(paths.webSocket, [closed(whenClosed)])] }] },
  ],
  terminal: true,
})

// Files whose names hold a hash of their content. Caddy sends them compressed and without the web interface being
// awake; what that sends itself is not compressed, as it would wait in the compressor instead of streaming.
const assets = {
  match: [{ path: ['/_next/static/*'] }],
  handle: [
    {
      handler: 'headers',
      response: {
        set: {
          'Cache-Control': ['public, max-age=31536000, immutable'],
          'Cross-Origin-Resource-Policy': ['same-origin'],
          'X-Content-Type-Options': ['nosniff'],
        },
        deferred: true,
      },
    },
    { handler: 'encode', encodings: { gzip: {} }, prefer: ['gzip'] },
    { handler: 'rewrite', strip_path_prefix: '/_next' },
    { handler: 'file_server', root: paths.webAssets, hide: [] },
  ],
  terminal: true,
}

const whenClosed = `Pilot's web interface does not answer.
On the machine, this tells why: systemctl status pilot-web.socket pilot-web.service
`
