import { isDeepStrictEqual } from 'node:util'
import { addPilot, addToServers } from './add-pilot.ts'
import type { AddPilotOptions } from './add-pilot.ts'
import { asObject, isObject } from './json.ts'

/** One call of Caddy's admin API. */
export interface CaddyChange {
  readonly method: 'post' | 'put' | 'patch'
  readonly path: string
  readonly value: unknown
}

/**
 * What to tell the admin API so that the tenants' routes are in place; nothing where they are. `config` is what
 * `GET /config/` answers. What the admin has put there stays.
 */
export const planRoutes = (config: unknown, options: AddPilotOptions): readonly CaddyChange[] => {
  const servers = asObject(asObject(asObject(config)['apps'])['http'])['servers']
  // PUT and PATCH need the parent to exist, so a Caddy without servers gets a whole configuration.
  if (!isObject(servers)) return [{ method: 'post', path: '/config/', value: addPilot(config, options) }]
  return Object.entries(addToServers(servers, options))
    .filter(([name, server]) => !isDeepStrictEqual(server, servers[name]))
    .map(([name, server]) => ({
      method: name in servers ? 'patch' : 'put',
      path: `/config/apps/http/servers/${encodeURIComponent(name)}`,
      value: server,
    }))
}
