import { randomBytes } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { mkdir, readFile, rm, rmdir, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Instance } from './instance.ts'
import { writeWhole } from './write-whole.ts'

const CGROUP2_MAGIC = 0x63677270

/** True where the machine has cgroup v2 and nothing else; see statfs(2). */
export const hasOnlyCgroup2 = async (): Promise<boolean> =>
  (await statfs('/sys/fs/cgroup')).type === CGROUP2_MAGIC

/**
 * Control groups for one host, in each hierarchy that systemd inside may use: `host` for it, and `keeper` for the
 * shell that keeps it. nspawn's `--keep-unit` alone would put every host started from the same place into the same
 * group, `payload`; two hosts in one take each other's services for their own and end them.
 */
export const createCgroups = async (of: Instance): Promise<string[]> => {
  // A machine that lives in a chroot or a container may show the same hierarchy, and have a host of the same name.
  const name = `pilot-host-${of.name}-${randomBytes(4).toString('hex')}`
  await writeWhole(of.cgroup, name)
  const groups = (await cgroupParents()).map((parent) => join(parent, name))
  for (const group of groups) {
    await mkdir(join(group, 'keeper'), { recursive: true })
    await mkdir(join(group, 'host'), { recursive: true })
    await shareControllers(group)
  }
  return groups
}

export const removeCgroups = async (of: Instance): Promise<void> => {
  const name = await readFile(of.cgroup, 'utf8').catch(() => undefined)
  if (name === undefined) return
  for (const parent of await cgroupParents()) await removeTree(join(parent, name))
  await rm(of.cgroup)
}

/** Lets the host limit and count its own memory and so on, where this machine has that in cgroup v2 at all. */
const shareControllers = async (group: string): Promise<void> => {
  const available = await readFile(join(group, 'cgroup.controllers'), 'utf8').catch(() => '')
  for (const controller of available.split(/\s+/).filter((word) => word !== ''))
    await writeFile(join(group, 'cgroup.subtree_control'), `+${controller}`).catch(() => undefined)
}

/** In a hybrid machine systemd's own two hierarchies; else the only one. */
const cgroupParents = async (): Promise<string[]> =>
  (await hasOnlyCgroup2())
    ? ['/sys/fs/cgroup']
    : ['/sys/fs/cgroup/unified', '/sys/fs/cgroup/systemd'].filter((path) => existsSync(path))

/** Innermost first. A group whose last process is just ending stays busy for a moment. */
const removeTree = async (group: string): Promise<void> => {
  const groups = globSync(`${group}/**/cgroup.procs`).map((file) => dirname(file))
  for (const inner of groups.sort((a, b) => b.length - a.length))
    for (let attempt = 0; attempt < 20; attempt++) {
      const busy = await rmdir(inner).then(
        () => false,
        (error: unknown) => (error as NodeJS.ErrnoException).code === 'EBUSY',
      )
      if (!busy) break
      await pause(50)
    }
}
