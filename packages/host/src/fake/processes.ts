import type { MemoryFound, Processes } from '../ports/processes.ts'
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
