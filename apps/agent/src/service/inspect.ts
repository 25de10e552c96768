import { normalize } from 'node:path'
import type { Caller, TenantService } from '@pilot/api/service'
import type { Problem, TenantInspection } from '@pilot/contract'
import type { UnitFound, UserManager } from '@pilot/host/ports'
import { fitsSocketPath, paths, unitNames } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { hideEnvironment } from '../units/hide-environment.ts'
import { lookLimit, managerOf } from '../units/manager.ts'
import { describeSandbox, sandboxDirectives } from '../units/sandbox.ts'
import { isViewer } from '../tenants/status.ts'
import { problemOf } from '../problem-of.ts'
import type { TenantRecord } from '../store/index.ts'
import { findRecord } from '../tenants/find-record.ts'

type Parts = Pick<Agent, 'store' | 'host' | 'log'>

/** Part by part, so that a service that is down costs its part alone. */
export const inspectMethod =
  (agent: Parts): TenantService['inspect'] =>
  async ({ name }, caller) => {
    const record = findRecord(agent, name)
    const { accounts, postgres } = agent.host
    const faults = new Map<string, Problem>()
    const part = <T, Missing>(answer: Promise<T>, missing: Missing): Promise<T | Missing> =>
      answer.catch((error: unknown) => {
        const problem = problemOf(agent.log, error)
        faults.set(reasonOf(problem), problem)
        return missing
      })
    const [account, units, service, role, database, bytes, routes] = await Promise.all([
      part(accounts.find(name), undefined),
      part(readUnits(agent, record, caller), []),
      part(readService(agent, record), noService),
      part(postgres.findRole(name), undefined),
      part(postgres.findDatabase(name), undefined),
      part(postgres.databaseBytes(name), null),
      part(readRoutes(agent, record), []),
    ])
    return {
      account: account === undefined ? null : pick(account, ['uid', 'gid', 'home', 'shell', 'gecos']),
      units,
      ...service,
      role: role === undefined ? null : pick(role, [...rolePowers]),
      database:
        database === undefined
          ? null
          : { ...pick(database, ['name', 'owner', 'publicConnect']), bytes: bytes ?? null },
      routes,
      faults: [...faults.values()],
    }
  }

// Of a service that is down each part may tell a detail of its own.
const reasonOf = (problem: Problem): string =>
  problem.code === 'service-down' ? problem.service : JSON.stringify(problem)

const rolePowers = ['name', 'login', 'superuser', 'createDatabase', 'createRole', 'connectionLimit'] as const

const readUnits = async (
  agent: Parts,
  record: TenantRecord,
  caller: Caller,
): Promise<TenantInspection['units']> => {
  const manager = await managerOf(agent.host, record, lookLimit)
  const { socket, service, proxy } = unitNames(record.spec.name, record.spec.scope)
  const names = record.spec.activation === 'proxied' ? [socket, proxy, service] : [socket, service]
  return Promise.all(
    names.map(async (name) => {
      const unit = await manager.inspect(name)
      const files = await readFiles(agent, pathsOf(record, unit), caller)
      return { ...pick(unit, ['name', 'load', 'active', 'sub']), files }
    }),
  )
}

/** A tenant's own manager is the tenant's program: it may name any file of root's as that of a unit. */
const pathsOf = ({ spec }: TenantRecord, { fragmentPath, dropInPaths }: UnitFound): readonly string[] => {
  const found = new Set([fragmentPath, ...dropInPaths].filter((path) => path !== ''))
  if (spec.scope === 'system') return [...found]
  const folders = [paths.userUnits(spec.name), ...userUnitFolders]
  return [...found].filter(
    (path) => normalize(path) === path && folders.some((folder) => path.startsWith(`${folder}/`)),
  )
}

// Of those in systemd.unit(5) the ones that root alone can write to.
const userUnitFolders = ['/etc/systemd/user', '/run/systemd/user', '/usr/lib/systemd/user']

const readFiles = async (
  { host }: Parts,
  found: readonly string[],
  caller: Caller,
): Promise<TenantInspection['units'][number]['files']> => {
  const files = await Promise.all(
    found.map(async (path) => ({ path, text: (await host.files.read(path)) ?? '' })),
  )
  return isViewer(caller) ? files.map(({ path, text }) => ({ path, text: hideEnvironment(text) })) : files
}

type ServiceParts = Pick<TenantInspection, 'sandbox' | 'cell' | 'confinement' | 'limits'>

const noService: ServiceParts = {
  sandbox: [],
  cell: null,
  confinement: null,
  limits: { memoryMax: null, cpuQuota: null, tasksMax: null },
}

const readService = async (agent: Parts, record: TenantRecord): Promise<ServiceParts> => {
  const manager = await managerOf(agent.host, record, lookLimit)
  const { service } = unitNames(record.spec.name, record.spec.scope)
  const [made, { memoryMax, cpuQuotaPerSecond, tasksMax, mainPid }] = await Promise.all([
    readSandbox(agent, manager, service),
    manager.inspectService(service),
  ])
  return {
    ...made,
    confinement: mainPid === null ? null : await readConfinement(agent, record.uid, mainPid),
    // Microseconds a second are millionths of a core; percent are wanted.
    limits: { memoryMax, tasksMax, cpuQuota: cpuQuotaPerSecond && cpuQuotaPerSecond / 10_000 },
  }
}

type Made = Pick<TenantInspection, 'sandbox' | 'cell'>

/** Who makes it is what systemd would start, and not what is wished: a unit may be of an earlier version. */
const readSandbox = async ({ host }: Parts, manager: UserManager, service: string): Promise<Made> => {
  const shown = await manager.show(service, ['ExecStart', ...sandboxDirectives])
  if (!(shown.get('ExecStart') ?? '').includes(paths.enter))
    return { sandbox: describeSandbox(shown), cell: null }
  const text = (await host.files.read(paths.tenantCell)) ?? ''
  return { sandbox: [], cell: { path: paths.tenantCell, text } }
}

/** A tenant's own manager may name any process as that of its service: only one of the tenant's is told of. */
const readConfinement = async (
  { host }: Parts,
  uid: number,
  pid: number,
): Promise<TenantInspection['confinement']> => {
  const found = await host.processes.confinementOf(pid)
  if (found?.uid !== uid) return null
  return {
    ...found,
    pid,
    groups: [...found.groups],
    namespaces: [...found.namespaces],
    mounts: found.mounts.map(({ path, type, options }) => ({ path, type, options: [...options] })),
  }
}

const readRoutes = async ({ host }: Parts, { spec }: TenantRecord): Promise<TenantInspection['routes']> => {
  const routes = await Promise.all(
    spec.domains.map(async (domain) => {
      const path = fitsSocketPath(domain) ? paths.domainLink(domain) : paths.domainRoute(domain)
      const found = await host.files.inspect(path)
      if (found === undefined) return []
      // A domain too long for a symlink has a route of its own, a file for Caddy.
      return [{ domain, path, target: found.target ?? (await host.files.read(path)) ?? '' }]
    }),
  )
  return routes.flat()
}

const pick = <T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Pick<T, Key> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, Key>
