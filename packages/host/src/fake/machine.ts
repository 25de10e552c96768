import type { Machine } from '../ports.ts'
import type { World } from './world.ts'

export const fakeMachine = ({ state: { machine } }: World): Machine => ({
  which: async (program) => machine.programs.get(program),
  kernel: async () => machine.kernel,
  cgroupControllers: async () => machine.controllers,
  cgroupMountOptions: async () => machine.mountOptions,
  tcpListens: async (port) => machine.ports.has(port),
})
