import type { Machine } from '../ports/machine.ts'
import { pssOfProgram } from './processes.ts'
import type { World } from './world.ts'

export const fakeMachine = ({ state }: World): Machine => {
  const { machine } = state
  return {
    which: async (program) => machine.programs.get(program),
    kernel: async () => machine.kernel,
    hostname: async () => machine.hostname,
    memory: async () => ({
      total: machine.memory,
      available: machine.memory - 600 * 1024 ** 2 - state.processes.length * pssOfProgram,
    }),
    cgroupControllers: async () => machine.controllers,
    cgroupMountOptions: async () => machine.mountOptions,
    tcpListens: async (port) => machine.ports.has(port),
  }
}
