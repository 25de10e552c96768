import type { Domain } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { fitsSocketPath, paths, socketPath, unitNames } from '@pilot/render'
import { atPath, compared, foreign, missing, neutral, right } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { fileDrift } from '../../resources/text-file.ts'
import type { Tenant } from '../../tenant.ts'
import { endConnections, hasConnections } from '../../machine/connections.ts'
import { findProxyGid } from '../../machine/proxy-gid.ts'

/**
 * Per domain `<domain>.tenant`, which says whose it is, then `<domain>.sock`, which leads there. Until the first is gone
 * nobody else gets the domain, so what goes in between are the connections of its visitors.
 */
export const domainFiles = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => {
  const gid = await findProxyGid(host)
  const domains = tenant.spec.domains.filter(fitsSocketPath)
  return [
    ...domains.map((domain) => ownerFile(domain, gid, tenant, host)),
    connections(tenant, host),
    ...domains.map((domain) => link(domain, tenant, host)),
  ]
}

const ownerFile = (domain: Domain, gid: number, { spec }: Tenant, { files }: Host): Resource => {
  const path = paths.domainOwner(domain)
  const ownership = { mode: 0o640, uid: 0, gid }
  const text = `${spec.name}\n`
  return {
    subject: atPath(path),
    inspect: async (): Promise<ResourceState> => {
      const found = await files.inspect(path)
      if (found === undefined) return missing
      if (found.kind !== 'file' || (await readOwner(domain, files)) !== spec.name)
        return foreign('route', domain)
      return compared(fileDrift(found, await files.read(path), { text, ownership }))
    },
    apply: () => files.write(path, text, ownership),
    remove: async () => {
      await files.remove(path)
      return true
    },
  }
}

const link = (domain: Domain, { spec }: Tenant, { files }: Host): Resource => {
  const path = paths.domainLink(domain)
  const target = socketPath(spec.name, spec.scope)
  return {
    subject: atPath(path),
    inspect: async (): Promise<ResourceState> => {
      const found = await files.inspect(path)
      if (found === undefined) return missing
      if (found.target === target) return right
      const isOurs = found.target !== undefined && (await readOwner(domain, files)) === spec.name
      return isOurs ? compared([{ code: 'leads-to', target: found.target }]) : foreign('route', domain)
    },
    apply: () => files.makeSymlink(path, target),
    remove: async () => {
      await files.remove(path)
      return true
    },
  }
}

/** Takes domains away that are no longer wished, where their files bear this tenant's name. */
export const formerDomains = (
  domains: readonly Domain[],
  tenant: Tenant,
  host: Host,
): readonly Resource[] => {
  // Once for all of them, since it may end the program.
  const leadNowhere = once(() => removeLinks(domains, tenant, host))
  return domains.map((domain) => formerDomain(domain, leadNowhere, tenant, host))
}

const formerDomain = (
  domain: Domain,
  leadNowhere: () => Promise<void>,
  { spec }: Tenant,
  { files }: Host,
): Resource => {
  // The name goes last: it is how this is found again after a crash.
  const remove = async (): Promise<boolean> => {
    await leadNowhere()
    await files.remove(paths.domainOwner(domain))
    return true
  }
  return {
    subject: { kind: 'domain', name: domain },
    inspect: async () =>
      (await readOwner(domain, files)) === spec.name ? compared([{ code: 'not-wished' }]) : neutral,
    apply: async () => {
      await remove()
    },
    remove,
  }
}

const removeLinks = async (domains: readonly Domain[], tenant: Tenant, host: Host): Promise<void> => {
  for (const domain of domains)
    if ((await readOwner(domain, host.files)) === tenant.spec.name)
      await host.files.remove(paths.domainLink(domain))
  await endConnections(tenant, host)
}

const once = (act: () => Promise<void>): (() => Promise<void>) => {
  let acting: Promise<void> | undefined
  return () => (acting ??= act())
}

/** Nothing to make; when domains go, those of their visitors end. */
const connections = (tenant: Tenant, host: Host): Resource => ({
  subject: { kind: 'units', name: unitNames(tenant.spec.name, tenant.spec.scope).socket },
  inspect: async () => neutral,
  // Never called: it is neutral.
  apply: async () => undefined,
  isThere: () => hasConnections(tenant, host),
  remove: async () => {
    await endConnections(tenant, host)
    return true
  },
})

/** Whose domain it is, as its `.tenant` file says. */
const readOwner = async (domain: Domain, files: Host['files']): Promise<string | undefined> => {
  const path = paths.domainOwner(domain)
  if ((await files.inspect(path))?.kind !== 'file') return undefined
  return (await files.read(path))?.trim()
}
