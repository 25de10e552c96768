import type { FileFound, Host, Ownership } from '@pilot/host/ports'
import { paths, renderTmpfiles } from '@pilot/render'
import { directory, sharedDirectory } from '../../resources/directory.ts'
import { ownershipDrift } from '../../resources/ownership.ts'
import type { Resource } from '../../resources/resource.ts'
import { resourceStep } from '../../resources/resource-step.ts'
import { textFile } from '../../resources/text-file.ts'
import type { Artefact, RemoveOptions } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'
import { findProxyGid } from '../../machine/proxy-gid.ts'

/**
 * Home and state. A directory is ours where the tenant's uid owns it, or root with root's group (half made) or the
 * tenant's (docs/internals.md). So a kept home, root:<uid> 0700, is adopted by the tenant with that uid only.
 */
export const directories = resourceStep({
  name: 'directories',
  needs: ['account'],
  // Last of all: the account's uid is not given out again while its files stand.
  removedAfter: ['account'],
  resources: async (tenant, host, options) => [
    sharedDirectory(host.files, paths.environments, { mode: 0o711, uid: 0, gid: 0 }),
    home(tenant, host, options),
    ...(tenant.spec.scope === 'user' ? await userScope(tenant, host) : []),
  ],
  artefacts: (tenant) => [
    ...layout(tenant).map(({ path, ownership }) => ({ title: path, text: ownershipText(ownership) })),
    ...tmpfilesArtefact(tenant),
  ],
  removal: ({ spec }, { purge }) =>
    purge
      ? { action: 'remove', details: [{ code: 'files-go', path: paths.home(spec.name) }], artefacts: [] }
      : { action: 'change', details: [{ code: 'files-kept', path: paths.home(spec.name) }], artefacts: [] },
})

const layout = ({ spec, uid }: Tenant): readonly Placed[] => {
  const path = paths.home(spec.name)
  if (spec.scope === 'system') return [{ path, ownership: { mode: 0o700, uid, gid: uid } }]
  const ofRoot = { mode: 0o750, uid: 0, gid: uid }
  return [
    { path, ownership: ofRoot },
    { path: `${path}/data`, ownership: { mode: 0o700, uid, gid: uid } },
    { path: `${path}/.config`, ownership: ofRoot },
    { path: `${path}/.config/systemd`, ownership: ofRoot },
    { path: paths.userUnits(spec.name), ownership: ofRoot },
  ]
}

interface Placed {
  readonly path: string
  readonly ownership: Ownership
}

const tmpfilesArtefact = ({ spec }: Tenant): readonly Artefact[] => {
  const text = renderTmpfiles(spec)
  return text === undefined ? [] : [{ title: paths.tmpfiles(spec.name), text }]
}

const ownershipText = ({ mode, uid, gid }: Ownership): string => `0${mode.toString(8)} ${uid}:${gid}\n`

const home = (tenant: Tenant, { files }: Host, { purge }: RemoveOptions): Resource => {
  const path = paths.home(tenant.spec.name)
  return directory(files, {
    path,
    ownership: homeOwnership(tenant),
    isOurs: isTenants(tenant),
    remove: purge ? () => removeTree(files, path) : () => keepHome(files, path, tenant),
  })
}

const homeOwnership = ({ spec, uid }: Tenant): Ownership =>
  spec.scope === 'system' ? { mode: 0o700, uid, gid: uid } : { mode: 0o750, uid: 0, gid: uid }

const isTenants =
  ({ uid }: Tenant) =>
  (found: FileFound): boolean =>
    found.uid === uid || (found.uid === 0 && (found.gid === 0 || found.gid === uid))

const removeTree = async (files: Host['files'], path: string): Promise<boolean> => {
  await files.removeTree(path)
  return true
}

/** What is inside keeps the tenant's uid; nobody but root can reach it through this directory. */
const keepHome = async (files: Host['files'], path: string, { uid }: Tenant): Promise<boolean> => {
  const kept = { mode: 0o700, uid: 0, gid: uid }
  const found = await files.inspect(path)
  if (found !== undefined && ownershipDrift(found, kept).length === 0) return false
  await files.makeDirectory(path, kept)
  return true
}

const userScope = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => [
  ...layout(tenant)
    .slice(1)
    .map((placed) => directory(host.files, { ...placed, isOurs: isTenants(tenant) })),
  ...tmpfiles(tenant, host),
  volatile(tenant, host, {
    path: paths.userSocketDirectory(tenant.spec.name),
    ownership: { mode: 0o2750, uid: tenant.uid, gid: await findProxyGid(host) },
  }),
  ...(tenant.spec.activation === 'proxied' && tenant.spec.listen === 'socket'
    ? [appDirectory(tenant, host)]
    : []),
]

const tmpfiles = ({ spec }: Tenant, { files }: Host): readonly Resource[] => {
  const text = renderTmpfiles(spec)
  if (text === undefined) return []
  return [
    textFile(files, { path: paths.tmpfiles(spec.name), text, ownership: { mode: 0o644, uid: 0, gid: 0 } }),
  ]
}

const appDirectory = (tenant: Tenant, host: Host): Resource =>
  volatile(tenant, host, {
    path: paths.appDirectory(tenant.spec.name),
    ownership: { mode: 0o700, uid: tenant.uid, gid: tenant.uid },
  })

/** Below /run: made here for now, and by tmpfiles.d at each boot. */
const volatile = (tenant: Tenant, { files }: Host, placed: Placed): Resource =>
  directory(files, {
    ...placed,
    isOurs: (found) => found.uid === tenant.uid || found.uid === 0,
    remove: () => removeTree(files, placed.path),
  })
