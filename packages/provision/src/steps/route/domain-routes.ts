import type { Domain } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { fitsSocketPath, paths, renderDomainRoute, socketPath } from '@pilot/render'
import { atPath, compared, foreign, missing } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { fileDrift } from '../../resources/text-file.ts'
import type { Tenant } from '../../tenant.ts'
import { writeCaddyRoutes } from './caddy-routes.ts'
import { findProxyGid } from '../../machine/proxy-gid.ts'

/** A route of its own for each domain too long to be part of a socket's path: here as a file, which outlives Caddy. */
export const domainRouteFile = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => {
  const long = tenant.spec.domains.filter((domain) => !fitsSocketPath(domain))
  if (long.length === 0) return []
  const gid = await findProxyGid(host)
  return long.map((domain) => routeFile(domain, gid, tenant, host))
}

/** Routes to this tenant's socket that are no longer wished. */
export const formerDomainRoutes = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => {
  const wished = new Set(tenant.spec.domains.map((domain) => paths.domainRoute(domain)))
  const present = (await host.files.list(paths.routes)).map((file) => `${paths.routes}/${file}`)
  const isOurs = await Promise.all(present.map((path) => leadsTo(tenant, path, host.files)))
  return present
    .filter((path, index) => !wished.has(path) && isOurs[index] === true)
    .map((path) => former(path, tenant, host))
}

const routeFile = (domain: Domain, gid: number, tenant: Tenant, host: Host): Resource => {
  const { files } = host
  const path = paths.domainRoute(domain)
  const ownership = { mode: 0o640, uid: 0, gid }
  const { name, scope } = tenant.spec
  const text = `${JSON.stringify(renderDomainRoute(domain, socketPath(name, scope)), null, 2)}\n`
  return {
    subject: atPath(path),
    inspect: async (): Promise<ResourceState> => {
      const found = await files.inspect(path)
      if (found === undefined) return missing
      if (!(await leadsTo(tenant, path, files))) return foreign('route', domain)
      return compared(fileDrift(found, await files.read(path), { text, ownership }))
    },
    apply: () => files.write(path, text, ownership),
    remove: () => remove(path, tenant, host),
  }
}

const former = (path: string, tenant: Tenant, host: Host): Resource => ({
  subject: atPath(path),
  inspect: async () => compared([{ code: 'not-wished' }]),
  apply: async () => {
    await remove(path, tenant, host)
  },
  remove: () => remove(path, tenant, host),
})

/** From Caddy first: the file is how this is found again after a crash. */
const remove = async (path: string, tenant: Tenant, host: Host): Promise<boolean> => {
  await writeCaddyRoutes(tenant, host, { without: path })
  await host.files.remove(path)
  return true
}

const leadsTo = async ({ spec }: Tenant, path: string, files: Host['files']): Promise<boolean> => {
  if ((await files.inspect(path))?.kind !== 'file') return false
  return ((await files.read(path)) ?? '').includes(`"unix/${socketPath(spec.name, spec.scope)}"`)
}
