import { setTimeout as wait } from 'node:timers/promises'
import { paths } from '@pilot/render'
import { listProcesses, withDescendants, type RunningProcess } from '../memory/processes.ts'

/**
 * Ends what works in the folders of a comparison and is no container's any more: a podman that is killed while it
 * makes a container leaves conmon and the runtime behind, in scopes of their own, and does not know of them.
 */
export const endStrays = async (): Promise<readonly string[]> => {
  const found = straysIn(await listProcesses())
  for (let strays = found, looks = 0; strays.length > 0; strays = straysIn(await listProcesses())) {
    for (const { pid } of strays) kill(pid)
    if ((looks += 1) > 250) throw new Error(`process ${strays[0]?.pid ?? 0} does not end`)
    await wait(20)
  }
  return found.map(({ name, pid }) => `process ${pid} (${name})`)
}

/** By the paths on their command lines, which nobody but root can enter. */
export const straysIn = (all: readonly RunningProcess[]): readonly RunningProcess[] => {
  const folders = [`${paths.comparisonRun}/podman`, `${paths.comparisonState}/podman`]
  const roots = all.filter(
    ({ uid, name, command }) =>
      uid === 0 && engineNames.has(name) && folders.some((folder) => command.includes(folder)),
  )
  return withDescendants(
    roots.map(({ pid }) => pid),
    all,
  )
}

const engineNames = new Set(['conmon', 'crun', 'runc', 'podman', 'netavark'])

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
