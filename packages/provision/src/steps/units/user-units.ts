import type { Host } from '@pilot/host/ports'
import { paths, renderUserUnits } from '@pilot/render'
import { loadedUnits } from '../../resources/loaded-units.ts'
import { missing, neutral } from '../../resources/resource.ts'
import type { Resource } from '../../resources/resource.ts'
import { noTextFile, textFile } from '../../resources/text-file.ts'
import type { Artefact } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'
import { findManager } from '../../machine/manager.ts'
import { stopAll, unitsOf } from '../../machine/unit-states.ts'

/** Whole unit files for the tenant's own manager, which can read but not change them. */
export const userUnits = async (tenant: Tenant, host: Host): Promise<readonly Resource[]> => [
  ...renderUserUnits(tenant.spec).map((unit) => unitFile(unit, tenant, host)),
  ...(await unwishedUnits(tenant, host)),
  known(tenant, host),
]

export const userUnitArtefacts = ({ spec }: Tenant): readonly Artefact[] =>
  renderUserUnits(spec).map(({ file, text }) => ({ title: `${paths.userUnits(spec.name)}/${file}`, text }))

const unitFile = ({ file, text }: { file: string; text: string }, tenant: Tenant, host: Host): Resource => {
  const resource = textFile(host.files, {
    path: `${paths.userUnits(tenant.spec.name)}/${file}`,
    text,
    ownership: { mode: 0o640, uid: 0, gid: tenant.uid },
  })
  if (!file.endsWith('.socket')) return resource
  return {
    ...resource,
    apply: async (found) => {
      // systemd would leave a socket waiting for the service that it no longer starts.
      const manager = await findManager(tenant, host)
      if (manager !== undefined) await stopAll(tenant, manager)
      await resource.apply(found)
    },
  }
}

const unwishedUnits = async ({ spec }: Tenant, { files }: Host): Promise<readonly Resource[]> => {
  const wished = new Set(renderUserUnits(spec).map(({ file }) => file))
  const present = await files.list(paths.userUnits(spec.name))
  return present
    .filter((file) => /\.(service|socket)$/.test(file) && !wished.has(file))
    .map((file) => noTextFile(files, `${paths.userUnits(spec.name)}/${file}`))
}

const known = (tenant: Tenant, host: Host): Resource => {
  const ofManager = async (): Promise<Resource | undefined> => {
    const manager = await findManager(tenant, host)
    return manager && loadedUnits(manager, unitsOf(tenant))
  }
  return {
    subject: { kind: 'units', name: unitsOf(tenant).join(', ') },
    // It reads them when it starts, which it does not while the tenant is suspended.
    inspect: async () => (await ofManager())?.inspect() ?? (tenant.spec.suspended ? neutral : missing),
    apply: async (found) => (await ofManager())?.apply(found),
  }
}
