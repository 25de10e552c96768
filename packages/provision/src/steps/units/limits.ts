import type { TenantSpec } from '@pilot/contract'
import type { Host, ServiceFound, UnitProperties } from '@pilot/host/ports'
import { limitLines, paths, unitNames } from '@pilot/render'
import { compared, missing, neutral, right } from '../../resources/resource.ts'
import type { Resource, ResourceState } from '../../resources/resource.ts'
import type { Artefact } from '../../step.ts'
import type { Tenant } from '../../tenant.ts'

/** Limits by SetUnitProperties: at once, kept over a reboot, and from systemd 257 on without a daemon-reload. */
export const limits = (tenant: Tenant, host: Host): Resource => ({
  subject: { kind: 'limits', name: serviceOf(tenant) },
  inspect: () => inspectLimits(tenant, host),
  apply: async () => {
    const properties = Object.fromEntries(
      (await findDifferences(tenant, host)).map(({ name, wish }) => [name, wish]),
    )
    await host.systemd.setProperties(serviceOf(tenant), properties satisfies UnitProperties)
    // systemd 252 appends what it has kept to DropInPaths=, and misses it where a reload would put it.
    if ((await host.systemd.inspect(serviceOf(tenant))).needsReload) await host.systemd.reload()
  },
  remove: async () => {
    await host.files.removeTree(paths.serviceControl(tenant.spec.name))
    return true
  },
})

/** Where systemd keeps them: a drop-in for each, below this folder. */
export const limitArtefacts = ({ name, limits: wished }: TenantSpec): readonly Artefact[] =>
  limitLines(wished) === ''
    ? []
    : [{ title: `${paths.serviceControl(name)}/50-*.conf`, text: `[Service]\n${limitLines(wished)}` }]

const serviceOf = ({ spec }: Tenant): string => unitNames(spec.name, spec.scope).service

const inspectLimits = async (tenant: Tenant, host: Host): Promise<ResourceState> => {
  const isKept = (await host.files.inspect(paths.serviceControl(tenant.spec.name))) !== undefined
  const differences = await findDifferences(tenant, host)
  if (differences.length === 0) return isKept ? right : neutral
  if (!isKept) return missing
  return compared(differences.map(({ name, found, wish }) => ({ code: 'limit', name, found, wished: wish })))
}

interface LimitDrift {
  readonly name: keyof UnitProperties
  readonly wish: number | null
  readonly found: number | null
}

const findDifferences = async (tenant: Tenant, { systemd, files }: Host): Promise<readonly LimitDrift[]> => {
  const kept = await files.list(paths.serviceControl(tenant.spec.name))
  // No limit wished: one that Pilot never set is the machine's default (DefaultTasksMax=), and stays.
  const concerned = properties.filter(
    ({ file, wishOf }) => wishOf(tenant.spec.limits) !== null || kept.includes(file),
  )
  if (concerned.length === 0) return []
  const found = await systemd.inspectService(serviceOf(tenant))
  return concerned
    .map(({ name, wishOf, foundIn }) => ({ name, wish: wishOf(tenant.spec.limits), found: foundIn(found) }))
    .filter(({ wish, found }) => wish !== found)
}

const properties: readonly {
  readonly name: keyof UnitProperties
  /** Where systemd keeps it, below `serviceControl`. */
  readonly file: string
  readonly wishOf: (limits: Tenant['spec']['limits']) => number | null
  readonly foundIn: (found: ServiceFound) => number | null
}[] = [
  {
    name: 'MemoryMax',
    file: '50-MemoryMax.conf',
    wishOf: ({ memoryMax }) => memoryMax ?? null,
    foundIn: ({ memoryMax }) => memoryMax,
  },
  {
    name: 'CPUQuotaPerSecUSec',
    file: '50-CPUQuota.conf',
    // Percent of one core to microseconds a second.
    wishOf: ({ cpuQuota }) => (cpuQuota === undefined ? null : cpuQuota * 10_000),
    foundIn: ({ cpuQuotaPerSecond }) => cpuQuotaPerSecond,
  },
  {
    name: 'TasksMax',
    file: '50-TasksMax.conf',
    wishOf: ({ tasksMax }) => tasksMax ?? null,
    foundIn: ({ tasksMax }) => tasksMax,
  },
]
