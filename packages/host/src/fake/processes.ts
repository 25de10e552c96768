import type { Processes } from '../ports.ts'
import type { World } from './world.ts'

export const fakeProcesses = (world: World): Processes => ({
  ofUid: async (uid) => world.state.processes.filter((process) => process.uid === uid),
  endAllOf: async (uid) => {
    const ended = world.state.processes.filter((process) => process.uid === uid)
    if (ended.length === 0) return
    world.wrote('processes', 'endAllOf', uid)
    world.state.processes = world.state.processes.filter((process) => process.uid !== uid)
    for (const { pid } of ended) endUnitOf(world, pid)
  },
})

const endUnitOf = (world: World, pid: number): void => {
  for (const [manager, units] of world.state.units)
    for (const [name, unit] of units) {
      if (unit.mainPid !== pid) continue
      unit.mainPid = null
      world.changeUnit(manager, name, 'inactive', 'dead')
    }
}
