import type { Host } from '@pilot/host/ports'
import { paths, renderServiceDropIn, renderSocketDropIn, unitNames } from '@pilot/render'
import { dropIn } from '../../resources/drop-in.ts'
import { loadedUnits } from '../../resources/loaded-units.ts'
import { foreign, neutral } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import type { Artefact } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'
import { limitArtefacts, limits } from './limits.ts'
import { stopAll, unitsOf } from '../../machine/unit-states.ts'

/** Drop-ins for instances of the package's templates, and limits. */
export const systemUnits = (tenant: Tenant, host: Host): readonly Resource[] => [
  noStrangers(tenant, host),
  dropIn(host.files, { path: paths.serviceDropIn(tenant.spec.name), text: renderServiceDropIn(tenant.spec) }),
  dropIn(host.files, {
    path: paths.socketDropIn(tenant.spec.name),
    text: renderSocketDropIn(tenant.spec),
    beforeChange: () => stopForAnotherService(tenant, host),
  }),
  loadedUnits(host.systemd, unitsOf(tenant)),
  limits(tenant, host),
]

/** systemd would leave a socket waiting for the service that it no longer starts. */
const stopForAnotherService = async (tenant: Tenant, host: Host): Promise<void> => {
  const found = await host.files.read(paths.socketDropIn(tenant.spec.name))
  if (serviceOf(found) !== serviceOf(renderSocketDropIn(tenant.spec))) await stopAll(tenant, host.systemd)
}

const serviceOf = (dropInText: string | undefined): string | undefined =>
  /^Service=.*$/m.exec(dropInText ?? '')?.[0]

export const systemUnitArtefacts = ({ spec }: Tenant): readonly Artefact[] => {
  const socketText = renderSocketDropIn(spec)
  return [
    { title: paths.serviceDropIn(spec.name), text: renderServiceDropIn(spec) },
    ...(socketText === undefined ? [] : [{ title: paths.socketDropIn(spec.name), text: socketText }]),
    ...limitArtefacts(spec),
  ]
}

/** A whole unit file of that name would hide the template's, whoever wrote it. */
const noStrangers = ({ spec }: Tenant, { files }: Host): Resource => {
  const names = Object.values(unitNames(spec.name, 'system'))
  return {
    subject: { kind: 'units', name: names.join(', ') },
    inspect: async (): Promise<ResourceState> => {
      for (const name of names)
        if ((await files.inspect(`${paths.systemUnits}/${name}`)) !== undefined) return foreign('unit', name)
      return neutral
    },
    // Never called: it is foreign or neutral.
    apply: async () => undefined,
  }
}
