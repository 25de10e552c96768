import type { Confinement, MemoryFound, ProcessFound, Processes } from '../ports/processes.ts'
import type { World } from './world.ts'

export const fakeProcesses = (world: World): Processes => ({
  ofUid: async (uid) => world.state.processes.filter((process) => process.uid === uid),
  memoryOfUids: async (first, last) =>
    sumOf(world.state.processes.filter(({ uid }) => uid >= first && uid <= last).length),
  memoryOfPid: async (pid) => {
    if (pid === 1) return { processes: 1, pss: 12_000_000 + pssOfUnit * countUnits(world) }
    if (pid === process.pid) return { processes: 1, pss: 60_000_000 }
    return sumOf(world.state.processes.filter((process) => process.pid === pid).length)
  },
  confinementOf: async (pid) => {
    const found = pid === process.pid ? ownProcess : world.state.processes.find((each) => each.pid === pid)
    return found === undefined ? undefined : confinementOf(found)
  },
  unixConnections: async (path) => world.state.connections.get(path) ?? 0,
  unixQueue: async () => 0,
  endAllOf: async (uid) => {
    const ended = world.state.processes.filter((process) => process.uid === uid)
    if (ended.length === 0) return
    world.wrote('processes', 'endAllOf', uid)
    world.state.processes = world.state.processes.filter((process) => process.uid !== uid)
    for (const { pid } of ended) endUnitOf(world, pid)
  },
})

const ownProcess: ProcessFound = { pid: process.pid, uid: 0, command: process.execPath }

/** As pilot-enter makes it for a tenant; nothing for root. */
const confinementOf = ({ uid, command }: ProcessFound): Confinement => {
  const [program = ''] = command.split(' ')
  const free = uid === 0
  const capabilities = free ? '000001ffffffffff' : '0000000000000000'
  return {
    program,
    uid,
    gid: uid,
    groups: free ? [] : [firstTenantGroup],
    capabilities: { effective: capabilities, bounding: capabilities },
    noNewPrivileges: !free,
    filters: free ? 0 : 1,
    namespaces: free ? [] : ['mnt'],
    mounts: [{ path: '/', type: 'ext4', options: free ? ['rw'] : ['ro', 'nosuid'] }],
  }
}

/** The group that every tenant's program has besides its own. */
const firstTenantGroup = 0x6ffe_0000

/** About what a small Node program has of its own, and what PID 1 needs for a unit. */
export const pssOfProgram = 14_200_000
const pssOfUnit = 7_000

const sumOf = (processes: number): MemoryFound => ({ processes, pss: processes * pssOfProgram })

const countUnits = ({ state }: World): number => state.units.get('system')?.size ?? 0

const endUnitOf = (world: World, pid: number): void => {
  for (const [manager, units] of world.state.units)
    for (const [name, unit] of units) {
      if (unit.mainPid !== pid) continue
      unit.mainPid = null
      world.changeUnit(manager, name, 'inactive', 'dead')
    }
}
