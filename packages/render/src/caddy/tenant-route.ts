import { paths } from '../paths.ts'
import type { JsonObject } from './json.ts'
import { proxyTo } from './proxy-handler.ts'
import { renderWebRoute } from './web-route.ts'

export interface TenantRouteOptions {
  /** The server's name in Caddy's configuration, such as `srv0`. */
  readonly server: string
  /** What becomes of hosts that are no tenant's: on to the server's other routes, or 404. */
  readonly others: 'pass' | 'not-found'
  /** From `renderDomainRoute`. */
  readonly domainRoutes?: readonly unknown[]
  /** Where Pilot's own web interface is; nowhere if undefined. */
  readonly webDomain?: string | undefined
}

/** The one route of all tenants: a request goes to the socket that is named by its host. */
export const renderTenantRoute = ({
  server,
  others,
  domainRoutes = [],
  webDomain,
}: TenantRouteOptions): JsonObject => ({
  '@id': tenantRouteId(server),
  handle: [
    {
      handler: 'subroute',
      routes: [
        normalise,
        ...(webDomain === undefined ? [] : [renderWebRoute(webDomain)]),
        ...domainRoutes,
        tenants,
        ...(others === 'not-found' ? [notFound] : []),
      ],
    },
  ],
})

export const tenantRouteId = (server: string): string => `pilot-${server}`

// Host names know no case, and may end in a dot (RFC 9110, 4.2.3; RFC 3986, 3.2.2); file names do. Caddy has
// no function for lower case, but replaces text in headers.
const normalise = {
  match: [{ vars_regexp: { '{http.request.host}': { pattern: '[A-Z]|\\.$' } } }],
  handle: [
    {
      handler: 'headers',
      request: {
        replace: {
          Host: [
            ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => ({
              search: letter.toUpperCase(),
              replace: letter,
            })),
            { search_regexp: '\\.(:[0-9]+)?$', replace: '$1' },
          ],
        },
      },
    },
  ],
}

// The host becomes a part of a path. Over HTTP/2 it may be anything, such as "../secret", so only well-formed
// names get as far as the file matcher.
const tenants = {
  match: [
    {
      vars_regexp: {
        '{http.request.host}': {
          // Nothing is captured: Caddy would store each group in a variable of the request.
          pattern: '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$',
        },
      },
    },
  ],
  handle: [
    {
      handler: 'subroute',
      routes: [
        {
          // Not the socket itself: that of a closed tenant is gone, and shall give 503, not another site.
          match: [{ file: { root: paths.domainsForProxy, try_files: ['/{http.request.host}.tenant'] } }],
          handle: [proxyTo(`${paths.domainsForProxy}/{http.request.host}.sock`)],
          terminal: true,
        },
      ],
    },
  ],
}

const notFound = {
  handle: [
    {
      handler: 'static_response',
      status_code: 404,
      headers: { 'Content-Type': ['text/plain; charset=utf-8'] },
      body: 'There is no site of this name here.\n',
    },
  ],
}
