import { readFile } from 'node:fs/promises'
import { ifThere } from './if-there.ts'
import type { RunningProcess } from './processes.ts'

/**
 * memory.current of all cgroups that these processes are in, bytes; null without the controller, and where there
 * is none. Not counted as the truth: it charges a shared page to whoever touched it first.
 */
export const readCgroups = async (processes: readonly RunningProcess[]): Promise<number | null> => {
  const controllers = await ifThere(readFile('/sys/fs/cgroup/cgroup.controllers', 'utf8'))
  if (controllers?.split(/\s+/).includes('memory') !== true) return null
  const paths = outermost(processes.flatMap(({ cgroup }) => cgroup ?? []))
  if (paths.length === 0) return null
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const text = await ifThere(readFile(`/sys/fs/cgroup${path}/memory.current`, 'utf8'))
      return text === undefined ? null : Number(text)
    }),
  )
  return sizes.reduce<number | null>((sum, size) => (sum === null || size === null ? null : sum + size), 0)
}

/** Each cgroup once, and none that is inside another of them; of a user's manager the slice of that user. */
export const outermost = (paths: readonly string[]): readonly string[] => {
  const all = [...new Set(paths.map((path) => /^\/user\.slice\/user-\d+\.slice/.exec(path)?.[0] ?? path))]
  return all.filter((path) => !all.some((other) => path !== other && path.startsWith(`${other}/`)))
}
