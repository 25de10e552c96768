import type { Drift } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { paths, socketPath, unitNames } from '@pilot/render'
import { sharedDirectory } from '../../resources/directory.ts'
import { atPath, compared, foreign, missing, neutral, right } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { resourceStep } from '../../resources/resource-step.ts'
import type { Tenant } from '../../tenant.ts'
import { endRunning, findManager, findRunning, managerUnit } from '../../machine/manager.ts'
import { findProxyGid } from '../../machine/proxy-gid.ts'
import { findActive, findStates, openClosed, stopAll } from '../../machine/unit-states.ts'

/** The open socket: now, and at each boot. A suspended tenant has neither, and nothing of it runs. */
export const socket = resourceStep({
  name: 'socket',
  needs: ['units'],
  // First no visitor, then no program.
  removedAfter: ['route'],
  resources: (tenant, host) => [
    ...(tenant.spec.scope === 'user' && !tenant.spec.suspended ? [wantsDirectory(tenant, host)] : []),
    enablement(tenant, host),
    listening(tenant, host),
  ],
  artefacts: (tenant) =>
    tenant.spec.suspended ? [] : [{ title: wantPath(tenant), text: `-> ${wantTarget(tenant)}\n` }],
  removal: (tenant) => ({
    action: 'remove',
    details: [{ code: 'socket-closes', unit: unitNames(tenant.spec.name, tenant.spec.scope).socket }],
    artefacts: [],
  }),
})

const wantsDirectory = ({ spec, uid }: Tenant, { files }: Host): Resource =>
  sharedDirectory(files, `${paths.userUnits(spec.name)}/sockets.target.wants`, {
    mode: 0o750,
    uid: 0,
    gid: uid,
  })

const wantPath = ({ spec }: Tenant): string =>
  spec.scope === 'system'
    ? paths.socketWant(spec.name)
    : `${paths.userUnits(spec.name)}/sockets.target.wants/pilot.socket`

const wantTarget = ({ spec }: Tenant): string =>
  spec.scope === 'system'
    ? `${paths.packagedUnits}/pilot@.socket`
    : `${paths.userUnits(spec.name)}/pilot.socket`

const enablement = (tenant: Tenant, { files }: Host): Resource => {
  const path = wantPath(tenant)
  const remove = async (): Promise<boolean> => {
    await files.remove(path)
    return true
  }
  return {
    subject: atPath(path),
    inspect: () => inspectEnablement(tenant, files),
    apply: async () => {
      if (tenant.spec.suspended) await remove()
      else await files.makeSymlink(path, wantTarget(tenant))
    },
    remove,
  }
}

const inspectEnablement = async (tenant: Tenant, files: Host['files']): Promise<ResourceState> => {
  const path = wantPath(tenant)
  const found = await files.inspect(path)
  if (found === undefined) return tenant.spec.suspended ? neutral : missing
  // What "systemctl enable" makes is as good as ours, /lib or /usr/lib alike; any other unit there is a stranger's.
  if (!/\/pilot@?\.socket$/.test(found.target ?? '')) return foreign('file', path)
  if (tenant.spec.suspended) return compared([{ code: 'still-opens-at-boot' }])
  return found.target === wantTarget(tenant)
    ? right
    : compared([{ code: 'points-to', target: found.target ?? null }])
}

const listening = (tenant: Tenant, host: Host): Resource =>
  tenant.spec.scope === 'user' ? userListening(tenant, host) : systemListening(tenant, host)

const systemListening = (tenant: Tenant, host: Host): Resource => ({
  subject: { kind: 'units', name: unitNames(tenant.spec.name, 'system').socket },
  inspect: async () => {
    if (!tenant.spec.suspended) return inspectOpen(tenant, host)
    const active = await findActive(tenant, host.systemd)
    return active.length === 0 ? neutral : compared(active.map((unit) => ({ code: 'still-runs', unit })))
  },
  apply: () => (tenant.spec.suspended ? stopAll(tenant, host.systemd) : open(tenant, host)),
  remove: async () => {
    await stopAll(tenant, host.systemd)
    return true
  },
})

/** To close it the tenant's own manager is not asked, as a tenant can keep that from answering. */
const userListening = (tenant: Tenant, host: Host): Resource => ({
  subject: { kind: 'units', name: unitNames(tenant.spec.name, 'user').socket },
  inspect: async () => {
    if (!tenant.spec.suspended) return inspectOpen(tenant, host)
    const drift = await findLeft(tenant, host)
    return drift.length === 0 ? neutral : compared(drift)
  },
  apply: () => (tenant.spec.suspended ? closeOwn(tenant, host) : openOwn(tenant, host)),
  isThere: async () => (await isOwnAccount(tenant, host)) && (await findLeft(tenant, host)).length > 0,
  remove: async () => {
    await closeOwn(tenant, host)
    return true
  },
})

const isOwnAccount = async ({ spec, uid }: Tenant, { accounts }: Host): Promise<boolean> =>
  (await accounts.find(spec.name))?.uid === uid

const findLeft = async (tenant: Tenant, host: Host): Promise<readonly Drift[]> => {
  const path = socketPath(tenant.spec.name, 'user')
  const file = await host.files.inspect(path)
  const running = await findRunning(tenant, host)
  return file === undefined ? running : [...running, { code: 'still-there', path }]
}

const closeOwn = async (tenant: Tenant, host: Host): Promise<void> => {
  await host.accounts.setLingering(tenant.spec.name, false)
  await endRunning(tenant, host)
  await host.files.removeTree(socketPath(tenant.spec.name, 'user'))
}

const openOwn = async (tenant: Tenant, host: Host): Promise<void> => {
  const path = socketPath(tenant.spec.name, 'user')
  const file = await host.files.inspect(path)
  if (file !== undefined && file.kind !== 'socket' && (await findManager(tenant, host)) !== undefined) {
    // The directory is the tenant's: while it runs it could put a link in the way of what root removes.
    await endRunning(tenant, host)
    await host.files.removeTree(path)
    await host.systemd.start(managerUnit(tenant.uid))
  }
  await open(tenant, host)
}

const inspectOpen = async (tenant: Tenant, host: Host): Promise<ResourceState> => {
  const path = socketPath(tenant.spec.name, tenant.spec.scope)
  const file = await host.files.inspect(path)
  if (file !== undefined && file.kind !== 'socket')
    return tenant.spec.scope === 'user'
      ? compared([{ code: 'socket-kind', path, kind: file.kind }])
      : foreign('file', path)
  const manager = await findManager(tenant, host)
  if (manager === undefined) return missing
  const { socket: active, others } = await findStates(tenant, manager)
  if (active === 'inactive' && others.length === 0) return missing
  if (active !== 'active') return compared([{ code: 'active', active }])
  if (file === undefined) return compared([{ code: 'socket-missing', path }])
  const gid = await findProxyGid(host)
  return file.gid === gid ? right : compared([{ code: 'socket-group', path, found: file.gid, wished: gid }])
}

const open = async (tenant: Tenant, host: Host): Promise<void> => {
  const unit = unitNames(tenant.spec.name, tenant.spec.scope).socket
  const manager = await findManager(tenant, host)
  if (manager === undefined) return
  const states = await findStates(tenant, manager)
  if (states.socket !== 'active') return openClosed(tenant, states, manager)
  await manager.stop(unit)
  // Asked anew: until then a visitor may have started the program.
  await openClosed(tenant, await findStates(tenant, manager), manager)
}
