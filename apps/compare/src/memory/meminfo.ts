import { readFile } from 'node:fs/promises'

export interface MemInfo {
  readonly total: number
  readonly available: number
  /** Kernel memory of small objects: sockets, cgroups, inodes, mounts. */
  readonly slab: number
}

/** proc_meminfo(5), in bytes. */
export const parseMemInfo = (text: string): MemInfo => ({
  total: bytesOf(text, 'MemTotal'),
  available: bytesOf(text, 'MemAvailable'),
  slab: bytesOf(text, 'Slab'),
})

export const readMemInfo = async (): Promise<MemInfo> => parseMemInfo(await readFile('/proc/meminfo', 'utf8'))

export const availableMemory = async (): Promise<number> => (await readMemInfo()).available

const bytesOf = (text: string, name: string): number => {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1]
  if (found === undefined) throw new Error(`/proc/meminfo has no ${name}`)
  return Number(found) * 1024
}
