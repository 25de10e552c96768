import type { Host } from '@pilot/host/ports'
import { paths, planRoutes } from '@pilot/render'
import type { CaddyChange } from '@pilot/render'
import { missing, neutral } from '../../resources/resource.ts'
import type { Resource } from '../../resources/resource.ts'
import type { Tenant } from '../../tenant.ts'

/** That the running Caddy has Pilot's routes: those of all tenants, and those of long domains. */
export const caddyRoutes = (tenant: Tenant, host: Host): Resource => ({
  subject: { kind: 'caddy-routes', name: host.caddy.address },
  inspect: async () => ((await planChanges(tenant, host)).length === 0 ? neutral : missing),
  apply: () => writeCaddyRoutes(tenant, host),
})

/** `without` leaves out one file of `paths.routes`. */
export const writeCaddyRoutes = async (
  tenant: Tenant,
  host: Host,
  options: { readonly without?: string } = {},
): Promise<void> => {
  for (const { method, path, value } of await planChanges(tenant, host, options))
    await host.caddy[method](path, value)
}

const planChanges = async (
  { httpPorts, webDomain }: Tenant,
  { caddy, files }: Host,
  { without }: { readonly without?: string } = {},
): Promise<readonly CaddyChange[]> => {
  const domainRoutes = await readDomainRoutes(files, without)
  const config = await caddy.get('/config/')
  return planRoutes(config, {
    admin: caddy.address,
    domainRoutes,
    webDomain,
    ...(httpPorts && { httpPorts }),
  })
}

/** Routes of their own, of domains too long for a socket path, as they were written; without that of one file. */
export const readDomainRoutes = async (
  files: Host['files'],
  without?: string,
): Promise<readonly unknown[]> => {
  const present = (await files.list(paths.routes))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => `${paths.routes}/${file}`)
    .filter((path) => path !== without)
  const texts = await Promise.all(present.map((path) => files.read(path)))
  // One may have gone meanwhile.
  return texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as unknown]))
}
