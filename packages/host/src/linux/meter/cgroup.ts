import type { Usage } from '../../ports/meter.ts'
import { listIfThere, readIfThere } from './files.ts'

/** The path of the cgroup2 mount, from proc_pid_mountinfo(5); undefined where there is none. */
export const findCgroupMount = (proc: string): string | undefined =>
  readIfThere(`${proc}/self/mountinfo`)
    ?.split('\n')
    .find((line) => line.includes(' - cgroup2 '))
    ?.split(' ')[4]

export const usageOf = (folder: string): Usage => ({
  // There without any controller (cgroup-v2, CPU Interface Files); what processes that ended have used is in it.
  cpu: numberIn(/^usage_usec (\d+)/m.exec(readIfThere(`${folder}/cpu.stat`) ?? '')?.[1]),
  memory: numberIn(readIfThere(`${folder}/memory.current`)),
  tasks: numberIn(readIfThere(`${folder}/pids.current`)),
})

/** Null where none of them has it. */
export const sumOfUsages = (usages: readonly Usage[]): Usage => ({
  cpu: sum(usages.map(({ cpu }) => cpu)),
  memory: sum(usages.map(({ memory }) => memory)),
  tasks: sum(usages.map(({ tasks }) => tasks)),
})

/** Processes of this cgroup alone. */
export const processesIn = (folder: string): readonly number[] =>
  (readIfThere(`${folder}/cgroup.procs`) ?? '').split('\n').filter(Boolean).map(Number)

/**
 * And of those below it. A tenant in user scope may make cgroups of its own, as many as it likes: what is beyond the
 * first folders is left out.
 */
export const processesBelow = (folder: string): readonly number[] => {
  const found: number[] = []
  const folders = [folder]
  for (let index = 0; index < folders.length && index < mostFolders; index += 1) {
    const path = folders[index] ?? ''
    found.push(...processesIn(path))
    for (const name of listIfThere(path)) if (isUnit.test(name)) folders.push(`${path}/${name}`)
  }
  return found
}

const mostFolders = 64

/** The files of a cgroup have no such ends. */
const isUnit = /\.(slice|service|scope|socket)$/

const numberIn = (text: string | undefined): number | null => (text === undefined ? null : Number(text))

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce((total, value) => (value === null ? total : (total ?? 0) + value), null)
