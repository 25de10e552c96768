import type { DatabaseSync } from 'node:sqlite'
import type { Meter, RunningTenant } from '@pilot/host/ports'
import { fillRest, restSeconds } from './fill-rest.ts'
import { fullRoom, memoryOfGroups, roomOfRun, type GroupMemory } from './memory-of-groups.ts'
import { everySeconds, spanEndingAt } from './resolutions.ts'
import type { State } from './state.ts'

/**
 * Looks at the machine once, and stores what the ten seconds that end now were like. Returns how many tenants are awake;
 * undefined where these seconds have been stored before: another look was quicker, and what this one would add the next
 * one will see.
 */
export const takeSample = (
  database: DatabaseSync,
  state: State,
  meter: Meter,
  idOf: (name: string) => number,
  now: number,
): number | undefined => {
  const at = spanEndingAt(now)
  const last = state.get(kept) as Last | undefined
  if (last?.at === at) return undefined
  // After a pause, or where the clock was set, counters tell of another time than this span.
  const rested = last?.awake.length === 0
  const reach = rested ? restSeconds : 3 * everySeconds
  const follows = last !== undefined && at > last.at && at - last.at <= reach
  if (follows && rested) fillRest(database, last.at, at)

  const running = meter.running()
  const run = (last?.run ?? 0) + 1
  const mayGoOn = roomOf(readingMilliseconds)
  const room = Math.min(fullRoom, (last?.room ?? fullRoom) + roomOfRun)
  const { memory, used: usedRoom } = memoryOfGroups({
    meter,
    run,
    room,
    mayGoOn,
    before: last?.memory ?? {},
    groups: new Map(running.map(({ name, pids }) => [name, pids])),
  })
  const managers = managersOf(meter, last?.managers ?? {}, run)
  // PID 1 knows every unit, so that its memory is as dear to read as that of all the others in a run.
  const systemd =
    last !== undefined && last.systemd.at > at - systemdSeconds && last.systemd.at <= at
      ? last.systemd
      : { at, pss: meter.pss(1) ?? null }
  const slices = meter.slices()
  const cpuOf = (name: string, cpu: number | null): number | null =>
    follows ? growth(last.cpu[name], cpu) : null
  const used = new Map(running.map(({ name, cpu }) => [name, cpuOf(name, cpu)]))
  const inUserScope = running.filter(({ scope }) => scope === 'user')
  const wasAwake = new Set(last?.awake)
  const wakes = running.filter(({ name }) => follows && !wasAwake.has(name)).length

  database
    .prepare(
      `INSERT OR REPLACE INTO host_samples (resolution, at, tenants, awake, processes, pss, memory, cpu, tasks, wakes,
        systemd, pilot, total, available) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      everySeconds,
      at,
      meter.tenants().length,
      running.length,
      running.reduce((sum, { pids }) => sum + pids.length, 0) + managers.processes,
      plus([...Object.values(memory).map(({ pss }) => pss), managers.pss]),
      plusKnown([slices.memory, ...inUserScope.map((each) => each.memory)]),
      plusKnown([
        follows ? growth(last.slices ?? undefined, slices.cpu) : null,
        ...inUserScope.map(({ name }) => used.get(name) ?? null),
      ]),
      plusKnown([slices.tasks, ...inUserScope.map(({ tasks }) => tasks)]),
      wakes,
      systemd.pss,
      plus(meter.ownProcesses().map((pid) => meter.pss(pid) ?? 0)),
      meter.memory().total,
      meter.memory().available,
    )
  const insert = database.prepare(
    `INSERT OR REPLACE INTO tenant_samples (resolution, at, tenant, awake, wakes, pss, memory, cpu, tasks)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const count = database.prepare('UPDATE tenants SET cpu = cpu + ? WHERE id = ?')
  for (const tenant of running) {
    const { name, tasks } = tenant
    const id = idOf(name)
    const cpu = used.get(name) ?? null
    const woke = follows && !wasAwake.has(name) ? 1 : 0
    // Until the journal tells better: half of it, where it woke in it.
    const awake = (everySeconds * 1000) / (1 + woke)
    insert.run(everySeconds, at, id, awake, woke, memory[name]?.pss ?? null, tenant.memory, cpu, tasks)
    if (cpu !== null && cpu > 0) count.run(cpu, id)
  }
  const cpu = Object.fromEntries(running.map((tenant) => [tenant.name, tenant.cpu ?? 0]))
  const next: Last = {
    at,
    run,
    slices: slices.cpu,
    cpu,
    memory,
    managers: managers.seen,
    systemd,
    awake: running.map(({ name }) => name),
    room: room - usedRoom,
  }
  state.set(kept, next)
  return running.length
}

/** Another number for another shape: what an older version left is not to be read as this one. */
const kept = 'last 3'

interface Last {
  readonly at: number
  readonly run: number
  /** Microseconds of processor time. */
  readonly slices: number | null
  readonly cpu: Readonly<Record<string, number>>
  readonly awake: readonly RunningTenant['name'][]
  readonly memory: Readonly<Record<string, GroupMemory>>
  readonly managers: Readonly<Record<string, GroupMemory>>
  readonly systemd: Pick<GroupMemory, 'pss'> & { readonly at: number }
  /** What this run left of it. */
  readonly room: number
}

/** Processor time of a look for memory that was read before. */
const readingMilliseconds = 4

/** For how long what was read of PID 1 counts. */
const systemdSeconds = 60

/** True until so much processor time has passed. */
const roomOf = (milliseconds: number): (() => boolean) => {
  const begun = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(begun)
    return user + system < milliseconds * 1000
  }
}

/**
 * The managers of tenants that sleep in user scope: each run looks at some of them, for they hardly change. Those that
 * were not looked at yet count as the others do.
 */
const managersOf = (
  meter: Meter,
  before: Readonly<Record<string, GroupMemory>>,
  run: number,
): { processes: number; pss: number | null; seen: Record<string, GroupMemory> } => {
  const names = meter.waitingManagers()
  const oldest = names.toSorted((a, b) => (before[a]?.run ?? -1) - (before[b]?.run ?? -1))
  const looked = oldest
    .slice(0, managersAtOnce)
    .map((name) => [name, meter.processesOfManager(name)] as const)
  const rest = oldest.slice(managersAtOnce).flatMap((name) => {
    const known = before[name]
    return known === undefined ? [] : [[name, known] as const]
  })
  const seen = {
    ...Object.fromEntries(rest),
    ...memoryOfGroups({
      meter,
      groups: new Map(looked),
      before: {},
      run,
      room: Infinity,
      mayGoOn: () => false,
    }).memory,
  }
  const known = Object.values(seen)
  const share = known.length === 0 ? 0 : names.length / known.length
  const pss = plus(known.map((each) => each.pss))
  return {
    processes: Math.round(known.reduce((sum, { pids }) => sum + pids.length, 0) * share),
    pss: pss === null ? null : Math.round(pss * share),
    seen,
  }
}

const managersAtOnce = 5

/** Of a counter; what began anew, or is new, counts from 0. */
const growth = (before: number | undefined, now: number | null): number | null => {
  if (now === null) return null
  return before === undefined || now < before ? now : now - before
}

/** Null where one is not known. */
const plus = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0)

/** Of those that are known; null where none is. */
const plusKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (value === null ? sum : (sum ?? 0) + value), null)
