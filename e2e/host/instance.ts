import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stateDirectory } from './directories.ts'
import type { Suite } from './suite.ts'
import { writeWhole } from './write-whole.ts'

/** The files of one host, by its name. */
export const instance = (name: string) => {
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) throw new RangeError(`"${name}" cannot be the name of a host.`)
  const directory = join(stateDirectory, name)
  return {
    name,
    directory,
    /** What the host sees as its own `/`; overlayfs puts it together. */
    root: join(directory, 'root'),
    upper: join(directory, 'upper'),
    work: join(directory, 'work'),
    log: join(directory, 'boot.log'),
    lock: join(stateDirectory, `${name}.lock`),
    keeper: join(directory, 'keeper.json'),
    cgroup: join(directory, 'cgroup'),
    forwarder: join(directory, 'forwarder.json'),
    forwarderLog: join(directory, 'forwarder.log'),
    record: join(directory, 'host.json'),
  } as const
}

export type Instance = ReturnType<typeof instance>

/** What must be known of a host when it is opened again. */
export interface InstanceRecord {
  readonly suite: Suite
  readonly image: string
  readonly mount: 'overlay' | 'copy'
  /** Hash of the package that is installed there. */
  readonly installed?: string
  readonly port?: number
}

export const readRecord = async (of: Instance): Promise<InstanceRecord | undefined> =>
  existsSync(of.record) ? (JSON.parse(await readFile(of.record, 'utf8')) as InstanceRecord) : undefined

export const writeRecord = (of: Instance, record: InstanceRecord): Promise<void> =>
  writeWhole(of.record, JSON.stringify(record))

export const listInstances = async (): Promise<Instance[]> => {
  if (!existsSync(stateDirectory)) return []
  const entries = await readdir(stateDirectory, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => instance(entry.name))
}
