import { configDefaults } from '../config-defaults.ts'
import { asArray, asObject } from './json.ts'
import type { JsonObject } from './json.ts'
import { listensOn } from './listens-on.ts'
import { isTenantRoute, renderTenantRoutes } from './tenant-routes.ts'

export interface AddPilotOptions {
  /** Where Caddy's admin API shall listen, such as `unix//run/caddy/admin.sock`. */
  readonly admin: string
  /** Servers on these ports get the routes; the first is plain HTTP. Default: those of pilot.conf. */
  readonly httpPorts?: readonly number[]
  /** From `renderDomainRoute`. */
  readonly domainRoutes?: readonly unknown[]
  /** Where Pilot's own web interface is (`PILOT_WEB_DOMAIN`); nowhere if undefined. */
  readonly webDomain?: string | undefined
}

/**
 * Takes Caddy's whole configuration as JSON and returns it with the admin API moved and the tenants' routes first
 * in each server of these ports; a server `pilot` where none listens for plain HTTP. Applied again, it changes nothing.
 */
export const addPilot = (config: unknown, options: AddPilotOptions): JsonObject => {
  const root = asObject(config)
  const apps = asObject(root['apps'])
  const http = asObject(apps['http'])
  return {
    ...root,
    admin: { ...withoutDisabled(asObject(root['admin'])), listen: options.admin },
    apps: { ...apps, http: { ...http, servers: addToServers(asObject(http['servers']), options) } },
  }
}

// `admin off` in a Caddyfile; its purpose, that nobody else changes anything, the socket's folder fulfils.
const withoutDisabled = (admin: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(admin).filter(([name]) => name !== 'disabled'))

/** Only the servers, which is what the admin API can be told without a restart. */
export const addToServers = (
  servers: JsonObject,
  { httpPorts = configDefaults.httpPorts, ...routes }: Omit<AddPilotOptions, 'admin'>,
): JsonObject => {
  const [plainPort = 80] = httpPorts
  const all = Object.values(servers).some((server) => listensOn(server, [plainPort]))
    ? servers
    : { ...servers, [freeName(servers)]: { listen: [`:${plainPort}`] } }
  return Object.fromEntries(
    Object.entries(all).map(([name, server]) => [
      name,
      listensOn(server, httpPorts) ? addToServer(name, asObject(server), routes) : server,
    ]),
  )
}

const freeName = (servers: JsonObject): string => ('pilot' in servers ? 'pilot-http' : 'pilot')

const addToServer = (
  name: string,
  server: JsonObject,
  { domainRoutes, webDomain }: Pick<AddPilotOptions, 'domainRoutes' | 'webDomain'>,
): JsonObject => {
  const own = asArray(server['routes']).filter((route) => !isTenantRoute(name, route))
  const others = own.every((route) => isExamplePage(route)) ? 'not-found' : 'pass'
  return {
    ...server,
    routes: [
      ...renderTenantRoutes({ server: name, others, webDomain, ...(domainRoutes && { domainRoutes }) }),
      ...own,
    ],
  }
}

// What Debian's /etc/caddy/Caddyfile adapts to: `root * /usr/share/caddy` and `file_server` for every host.
const isExamplePage = (route: unknown): boolean => {
  const { match, handle } = asObject(route)
  const handlers = asArray(handle).map(asObject)
  return (
    match === undefined &&
    handlers.length === 2 &&
    handlers[0]?.['handler'] === 'vars' &&
    handlers[0]['root'] === '/usr/share/caddy' &&
    handlers[1]?.['handler'] === 'file_server'
  )
}
