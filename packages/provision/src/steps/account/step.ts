import type { Drift, Subject } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { mark, paths, renderSysusers, renderUserManagerDropIn } from '@pilot/render'
import { dropIn } from '../../resources/drop-in.ts'
import { loadedUnits } from '../../resources/loaded-units.ts'
import { compared, foreign, missing, neutral, right } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import { resourceStep } from '../../resources/resource-step.ts'
import { textFile } from '../../resources/text-file.ts'
import type { Artefact } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'
import { endRunning, findRunning, managerUnit } from '../../machine/manager.ts'

/** The Linux account with its group; in user scope also its systemd manager, which lingers unless suspended. */
export const account = resourceStep({
  name: 'account',
  needs: [],
  // Who gets the name next must not find a database that the name alone opens.
  removedAfter: ['units', 'database'],
  resources: (tenant, host) => [
    sysusersFile(tenant, host),
    entry(tenant, host),
    ...(tenant.spec.scope === 'user' ? userManager(tenant, host) : []),
  ],
  artefacts: (tenant) => [
    { title: paths.sysusers(tenant.spec.name), text: sysusersText(tenant) },
    ...(tenant.spec.scope === 'user' ? [managerDropIn(tenant)] : []),
  ],
  removal: ({ spec, uid }, { purge }) => ({
    action: 'remove',
    details: [{ code: 'account-goes', account: spec.name, uid, filesKept: !purge }],
    artefacts: [],
  }),
})

const sysusersFile = (tenant: Tenant, { files }: Host): Resource =>
  textFile(files, {
    path: paths.sysusers(tenant.spec.name),
    text: sysusersText(tenant),
    ownership: { mode: 0o644, uid: 0, gid: 0 },
  })

const sysusersText = ({ spec, uid }: Tenant): string => renderSysusers(spec.name, uid, spec.scope)

const entry = (tenant: Tenant, { accounts, processes }: Host): Resource => ({
  subject: { kind: 'account', name: tenant.spec.name },
  inspect: () => inspectEntry(tenant, accounts),
  apply: () => accounts.applySysusers([paths.sysusers(tenant.spec.name)]),
  remove: async () => {
    await processes.endAllOf(tenant.uid)
    await accounts.remove(tenant.spec.name)
    return true
  },
})

const inspectEntry = async (
  { spec: { name }, uid }: Tenant,
  accounts: Host['accounts'],
): Promise<ResourceState> => {
  // At once: each asks a program for what is not there.
  const [found, holder, gid] = await Promise.all([
    accounts.find(name),
    accounts.findByUid(uid),
    accounts.findGroup(name),
  ])
  if (found !== undefined)
    return found.gecos === mark(name) && found.uid === uid ? right : foreign('account', name)
  if (holder !== undefined) return foreign('account', holder.name)
  if (gid === undefined) return missing
  // systemd-sysusers writes /etc/group before /etc/passwd, userdel removes from it after: a crash leaves this half.
  return gid === uid ? compared([{ code: 'only-group' }]) : foreign('group', name)
}

const userManager = (tenant: Tenant, host: Host): readonly Resource[] => {
  const unit = managerUnit(tenant.uid)
  const { path, text } = dropInOf(tenant)
  return [
    dropIn(host.files, { path, text, beforeChange: () => stopIfActive(unit, host) }),
    loadedUnits(host.systemd, [unit]),
    tenant.spec.suspended ? noLingering(tenant, host) : lingering(tenant, host),
  ]
}

const dropInOf = (tenant: Tenant) => ({
  path: paths.userManagerDropIn(tenant.uid),
  text: renderUserManagerDropIn(tenant.spec),
})

const managerDropIn = (tenant: Tenant): Artefact => {
  const { path, text } = dropInOf(tenant)
  return { title: path, text }
}

/** A running manager would keep the old sandbox: it ends before the change, and `lingering` starts it anew. */
const stopIfActive = async (unit: string, { systemd }: Host): Promise<void> => {
  if ((await systemd.inspect(unit)).active !== 'inactive') await systemd.stop(unit)
}

const managerOf = ({ spec }: Tenant): Subject => ({ kind: 'manager', name: spec.name })

/** A stranger of that name may linger as they like. */
const isOwnAccount = async ({ spec, uid }: Tenant, accounts: Host['accounts']): Promise<boolean> =>
  (await accounts.find(spec.name))?.uid === uid

const lingering = (tenant: Tenant, { accounts, systemd }: Host): Resource => ({
  subject: managerOf(tenant),
  inspect: async () => {
    if (!(await isOwnAccount(tenant, accounts))) return missing
    if (!(await accounts.isLingering(tenant.spec.name))) return missing
    const { active } = await systemd.inspect(managerUnit(tenant.uid))
    return compared(active === 'active' ? [] : [{ code: 'active', active }])
  },
  apply: async () => {
    await accounts.setLingering(tenant.spec.name, true)
    // logind starts the manager on its own time; this waits for it.
    await systemd.start(managerUnit(tenant.uid))
  },
  remove: async () => {
    await accounts.setLingering(tenant.spec.name, false)
    return true
  },
})

const noLingering = (tenant: Tenant, host: Host): Resource => {
  const end = async (): Promise<void> => {
    await host.accounts.setLingering(tenant.spec.name, false)
    await endRunning(tenant, host)
  }
  return {
    subject: managerOf(tenant),
    inspect: async () => {
      if (!(await isOwnAccount(tenant, host.accounts))) return neutral
      const running = await findRunning(tenant, host)
      const drift: readonly Drift[] = (await host.accounts.isLingering(tenant.spec.name))
        ? [{ code: 'still-lingers' }, ...running]
        : running
      return drift.length === 0 ? neutral : compared(drift)
    },
    apply: end,
    remove: async () => {
      await end()
      return true
    },
  }
}
