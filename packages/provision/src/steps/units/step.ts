import type { Host } from '@pilot/host/ports'
import { paths, renderEnvironmentFile } from '@pilot/render'
import type { Resource } from '../../resources/resource.ts'
import { resourceStep } from '../../resources/resource-step.ts'
import { textFile } from '../../resources/text-file.ts'
import type { Tenant } from '../../tenant.ts'
import { systemUnitArtefacts, systemUnits } from './system-units.ts'
import { userUnitArtefacts, userUnits } from './user-units.ts'

/**
 * What systemd reads: the environment file and the units. A running program goes on as it is; what changed takes
 * effect at its next start, limits at once. Only who takes the connections cannot change under an open socket.
 */
export const units = resourceStep({
  name: 'units',
  needs: ['directories'],
  removedAfter: ['socket'],
  resources: async (tenant, host) => [
    environmentFile(tenant, host),
    ...(tenant.spec.scope === 'system' ? systemUnits(tenant, host) : await userUnits(tenant, host)),
  ],
  artefacts: (tenant) => [
    { title: paths.environment(tenant.spec.name), text: renderEnvironmentFile(tenant.spec) },
    ...(tenant.spec.scope === 'system' ? systemUnitArtefacts(tenant) : userUnitArtefacts(tenant)),
  ],
  removal: ({ spec }) => ({
    action: 'remove',
    details: [{ code: 'units-go', tenant: spec.name }],
    artefacts: [],
  }),
})

const environmentFile = ({ spec, uid }: Tenant, { files }: Host): Resource =>
  textFile(files, {
    path: paths.environment(spec.name),
    text: renderEnvironmentFile(spec),
    ownership: { mode: 0o640, uid: 0, gid: uid },
  })
