import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { paths } from '@pilot/render'
import { execa } from 'execa'

export interface Storage {
  readonly root: string
  /** podman notes here what the file system of `root` can do, so each has its own. */
  readonly run: string
}

/** In the order of preference: on the disk as everybody has it, or in memory. */
export const podmanStorages: readonly [Storage, Storage] = [
  { root: join(paths.comparisonState, 'podman'), run: join(paths.comparisonRun, 'podman-run') },
  { root: join(paths.comparisonRun, 'podman'), run: join(paths.comparisonRun, 'podman-run-memory') },
]

/** With whatever is mounted in them. */
export const removeStorages = async (): Promise<void> => {
  for (const folder of podmanStorages.flatMap(({ root, run }) => [root, run])) {
    for (const mount of mountsBelow(folder, await readFile('/proc/self/mountinfo', 'utf8')))
      await execa('umount', ['--lazy', mount], { reject: false })
    await rm(folder, { recursive: true, force: true })
  }
}

/** Mount points at or below this folder, innermost first; fields of proc_pid_mountinfo(5). */
export const mountsBelow = (folder: string, mountinfo: string): readonly string[] =>
  mountinfo
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .filter((path) => path === folder || path.startsWith(`${folder}/`))
    .toReversed()
