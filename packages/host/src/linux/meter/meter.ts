import { statSync } from 'node:fs'
import type { TenantName } from '@pilot/contract'
import type { Meter, RunningTenant } from '../../ports/meter.ts'
import { asTenant } from './as-tenant.ts'
import { findCgroupMount, processesBelow, processesIn, sumOfUsages, usageOf } from './cgroup.ts'
import { listIfThere, readIfThere } from './files.ts'

/** Where it looks; elsewhere only in tests. */
export interface MeterPlaces {
  readonly proc: string
  /** Of tenants' environment files: one for each that is present. */
  readonly environments: string
  /** A folder for each tenant in user scope, which owns it. */
  readonly userSockets: string
}

export const createMeter = ({ proc, environments, userSockets }: MeterPlaces): Meter => {
  const mount = findCgroupMount(proc)
  const systemSlices = mount === undefined ? [] : slices.map((slice) => `${mount}/system.slice/${slice}`)
  const uids = new Map<number, TenantName>()
  for (const name of listIfThere(userSockets).map(asTenant)) {
    const uid = statSync(`${userSockets}/${name}`, { throwIfNoEntry: false })?.uid
    if (uid !== undefined) uids.set(uid, name)
  }
  const userSlices = new Map(
    mount === undefined
      ? []
      : [...uids].map(([uid, name]) => [name, `${mount}/user.slice/user-${uid}.slice`]),
  )

  const runningInSystem = (): RunningTenant[] => {
    const folders = new Map<TenantName, string[]>()
    for (const slice of systemSlices)
      for (const unit of listIfThere(slice)) {
        const name = /^pilot(?:-proxy)?@(.+)\.service$/.exec(unit)?.[1]
        if (name === undefined) continue
        const tenant = asTenant(name)
        folders.set(tenant, [...(folders.get(tenant) ?? []), `${slice}/${unit}`])
      }
    return [...folders].flatMap(([name, of]) => running(name, 'system', of, of.flatMap(processesIn)))
  }
  const runningInUser = (): RunningTenant[] =>
    [...userSlices].flatMap(([name, slice]) => {
      const services = servicesOf(slice).filter((folder) => isPopulated(folder))
      return services.length === 0 ? [] : running(name, 'user', services, processesBelow(slice))
    })
  const running = (
    name: TenantName,
    scope: RunningTenant['scope'],
    folders: readonly string[],
    pids: readonly number[],
  ): RunningTenant[] =>
    pids.length === 0 ? [] : [{ name, scope, pids, ...sumOfUsages(folders.map(usageOf)) }]

  return {
    tenants: () =>
      listIfThere(environments).flatMap((file) =>
        file.endsWith('.env') ? [asTenant(file.slice(0, -4))] : [],
      ),
    running: () => [...runningInSystem(), ...runningInUser()],
    userTenants: () => uids,
    waitingManagers: () =>
      [...userSlices].flatMap(([name, slice]) => (servicesOf(slice).some(isPopulated) ? [] : [name])),
    // What its proxy reads, and no program without one has.
    isProxied: (name) => /^PILOT_TARGET=/m.test(readIfThere(`${environments}/${name}.env`) ?? ''),
    processesOfManager: (name) => processesBelow(userSlices.get(name) ?? ''),
    slices: () => sumOfUsages(systemSlices.map(usageOf)),
    ownProcesses: () =>
      mount === undefined
        ? []
        : ownUnits.flatMap((unit) => processesIn(`${mount}/system.slice/${unit}.service`)),
    pss: (pid) => {
      try {
        const rollup = readIfThere(`${proc}/${pid}/smaps_rollup`)
        if (rollup === undefined) return undefined
        // Kernel threads and dead processes have no memory.
        return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024
      } catch (error) {
        if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
        throw error
      }
    },
    memory: () => {
      const text = readIfThere(`${proc}/meminfo`) ?? ''
      const bytes = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024
      return { total: bytes('MemTotal'), available: bytes('MemAvailable') }
    },
    spent: (units) => {
      const own = /^0::(.*)$/m.exec(readIfThere(`${proc}/self/cgroup`) ?? '')?.[1] ?? ''
      return mount !== undefined && units.some((unit) => own.endsWith(`/${unit}`))
        ? usageOf(`${mount}${own}`).cpu
        : null
    },
  }
}

/** systemd puts the instances of a template into a slice of its name, whose dash it escapes (systemd.slice(5)). */
const slices = ['system-pilot.slice', 'system-pilot\\x2dproxy.slice']

const ownUnits = ['pilot-agent', 'pilot-web', 'pilot-sample']

/** Of a user's own manager, which keeps its services in app.slice (systemd.special(7)). */
const servicesOf = (slice: string): string[] => {
  const uid = /user-(\d+)\.slice$/.exec(slice)?.[1] ?? ''
  const apps = `${slice}/user@${uid}.service/app.slice`
  return [`${apps}/pilot.service`, `${apps}/pilot-proxy.service`]
}

const isPopulated = (folder: string): boolean =>
  readIfThere(`${folder}/cgroup.events`)?.includes('populated 1') ?? false
