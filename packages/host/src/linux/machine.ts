import { access, constants, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { hostname, release } from 'node:os'
import type { Machine } from '../ports/machine.ts'
import { baseEnvironment } from './run.ts'

export const linuxMachine = (): Machine => ({
  which: async (program) => {
    for (const directory of baseEnvironment.PATH.split(':')) {
      const path = `${directory}/${program}`
      if (await isExecutable(path)) return path
    }
    return undefined
  },
  kernel: async () => release(),
  hostname: async () => hostname(),
  memory: async () => {
    const text = await readFile('/proc/meminfo', 'utf8')
    const bytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024
    return { total: bytes('MemTotal'), available: bytes('MemAvailable') }
  },
  cgroupControllers: async () => {
    const mount = await findCgroupMount()
    if (mount === undefined) return undefined
    const controllers = await readFile(`${mount.path}/cgroup.controllers`, 'utf8')
    return controllers.split(/\s+/).filter((name) => name !== '')
  },
  cgroupMountOptions: async () => (await findCgroupMount())?.options ?? [],
  tcpListens: async (port) => (await accepts('127.0.0.1', port)) || (await accepts('::1', port)),
})

const isExecutable = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/** The cgroup2 mount, from proc_pid_mountinfo(5): fields, ` - `, type, source, options of the file system. */
const findCgroupMount = async (): Promise<{ path: string; options: readonly string[] } | undefined> => {
  for (const line of (await readFile('/proc/self/mountinfo', 'utf8')).split('\n')) {
    const [mount = '', system = ''] = line.split(' - ')
    const [type, , options = ''] = system.split(' ')
    const [, , , , path = '', mountOptions = ''] = mount.split(' ')
    if (type === 'cgroup2')
      return { path, options: [...new Set([...mountOptions.split(','), ...options.split(',')])] }
  }
  return undefined
}

const accepts = async (host: string, port: number): Promise<boolean> => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host, port, timeout: 2_000 })
  socket.on('connect', () => resolve(true))
  socket.on('error', () => resolve(false))
  socket.on('timeout', () => resolve(false))
  return promise.finally(() => socket.destroy())
}
