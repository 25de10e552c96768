import type { Domain } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { fitsSocketPath, paths, socketPath } from '@pilot/render'
import { atPath, compared, foreign, missing, neutral, right } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { fileDrift } from '../../resources/text-file.ts'
import type { Tenant } from '../../tenant.ts'
import { findProxyGid } from '../../machine/proxy-gid.ts'

/** Per domain `<domain>.tenant`, which says whose it is, then `<domain>.sock`, which leads there. */
export const domainFiles = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => {
  const gid = await findProxyGid(host)
  return tenant.spec.domains
    .filter(fitsSocketPath)
    .flatMap((domain) => [ownerFile(domain, gid, tenant, host), link(domain, tenant, host)])
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

/** Takes a domain away that is no longer wished, where its files bear this tenant's name. */
export const formerDomain = (domain: Domain, { spec }: Tenant, { files }: Host): Resource => {
  // The name goes last: it is how this is found again after a crash.
  const remove = async (): Promise<boolean> => {
    await files.remove(paths.domainLink(domain))
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

/** Whose domain it is, as its `.tenant` file says. */
const readOwner = async (domain: Domain, files: Host['files']): Promise<string | undefined> => {
  const path = paths.domainOwner(domain)
  if ((await files.inspect(path))?.kind !== 'file') return undefined
  return (await files.read(path))?.trim()
}
