import { paths } from '../paths.ts'
import { asObject, type JsonObject } from './json.ts'
import { matchHosts } from './match-host.ts'
import { nobodyListens, proxyTo, siteIsClosed } from './proxy-handler.ts'
import { respond } from './respond.ts'
import { renderWebRoute } from './web-route.ts'

export interface TenantRoutesOptions {
  /** The server's name in Caddy's configuration, such as `srv0`. */
  readonly server: string
  /** What becomes of hosts that are no tenant's: on to the server's other routes, or 404. */
  readonly others: 'pass' | 'not-found'
  /** From `renderDomainRoute`. */
  readonly domainRoutes?: readonly unknown[]
  /** Where Pilot's own web interface is; nowhere if undefined. */
  readonly webDomain?: string | undefined
}

/**
 * The routes of all tenants: a request goes to the socket that is named by its host. They are none for each tenant, so
 * that it makes no difference how many there are. Not one subroute, whose routes Caddy would put together anew for
 * each request, unlike a server's own: 3 % of a warm one.
 */
export const renderTenantRoutes = ({
  server,
  others,
  domainRoutes = [],
  webDomain,
}: TenantRoutesOptions): readonly JsonObject[] =>
  [
    normalise,
    ...(webDomain === undefined ? [] : [renderWebRoute(webDomain)]),
    ...domainRoutes.map(asObject),
    ...(others === 'not-found' ? [tenantsAlone, notFound] : [tenantsFirst]),
  ].map((route, index) => ({ '@id': `pilot-${server}.${index}`, ...route }))

/** Whether it is one of those that `renderTenantRoutes` makes for that server. */
export const isTenantRoute = (server: string, route: unknown): boolean => {
  const { '@id': id } = asObject(route)
  return typeof id === 'string' && /^pilot-(.*)\.[0-9]+$/s.exec(id)?.[1] === server
}

// Host names know no case, and may end in a dot (RFC 9110, 4.2.3; RFC 3986, 3.2.2); file names do. Caddy has
// no function for lower case, but replaces text in headers.
const normalise = {
  match: [matchHosts('[A-Z]|\\.$')],
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
            { search_regexp: '\\.(:[0-9]*)?$', replace: '$1' },
          ],
        },
      },
    },
  ],
}

// The host becomes a part of a path. Over HTTP/2 it may be anything, such as "../secret", so only well-formed
// names get any further. The pattern is one in which each character leaves one way to go on, for which Go is quicker.
const isWellFormed = matchHosts('^[a-z0-9]+(?:-+[a-z0-9]+)*(?:\\.[a-z0-9]+(?:-+[a-z0-9]+)*)+$')

// Not the socket itself: that of a closed tenant is gone, and shall give 503, not another site.
const isTenants = {
  file: { root: paths.domainsForProxy, try_files: ['/{http.request.host}.tenant'] },
}

const socket = `${paths.domainsForProxy}/{http.request.host}.sock`

// Whose other routes are somebody else's: a request that was tried at a socket has lost its body.
const tenantsFirst = {
  match: [isWellFormed],
  handle: [
    {
      handler: 'subroute',
      routes: [{ match: [isTenants], handle: [proxyTo(socket)], terminal: true }],
    },
  ],
}

const notFound = { handle: [respond(404, 'There is no site of this name here.\n')] }

// To look for the file costs a tenth of a request. So where all other hosts get 404, it is looked for only once the
// socket did not answer.
const tenantsAlone = {
  match: [isWellFormed],
  handle: [
    proxyTo(socket, [
      { ...siteIsClosed, match: [{ ...nobodyListens, ...isTenants }] },
      { match: [nobodyListens], ...notFound },
    ]),
  ],
  terminal: true,
}
