import { readdir, readFile } from 'node:fs/promises'
import { ifThere } from './if-there.ts'

export interface RunningProcess {
  readonly pid: number
  readonly parent: number
  readonly uid: number
  readonly name: string
  readonly command: string
  /** Its cgroup below the cgroup2 mount; undefined where it is in none. */
  readonly cgroup: string | undefined
}

/** Every process there is now, from proc(5); without those that have ended and were not waited for. */
export const listProcesses = async (): Promise<readonly RunningProcess[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map(readProcess))
  return found.filter((process) => process !== undefined)
}

const readProcess = (pid: number): Promise<RunningProcess | undefined> =>
  ifThere(
    Promise.all(['status', 'cmdline', 'cgroup'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8'))).then(
      ([status = '', command = '', cgroup = '']) => parseProcess(pid, { status, command, cgroup }),
    ),
  )

/** Of the texts of /proc/PID/status, cmdline and cgroup. */
export const parseProcess = (
  pid: number,
  { status, command, cgroup }: { status: string; command: string; cgroup: string },
): RunningProcess | undefined => {
  if (/^State:\s+[ZX]/m.test(status)) return undefined
  return {
    pid,
    parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0),
    uid: Number(/^Uid:\s+(\d+)/m.exec(status)?.[1] ?? 0),
    name: /^Name:\s+(.*)$/m.exec(status)?.[1] ?? '',
    command: command.replaceAll('\0', ' ').trim(),
    cgroup: /^0::(\/.*)$/m.exec(cgroup)?.[1],
  }
}

/** These and all that descend from them. */
export const withDescendants = (
  roots: readonly number[],
  all: readonly RunningProcess[],
): readonly RunningProcess[] => {
  const taken = new Set(roots)
  for (let before = -1; before !== taken.size;) {
    before = taken.size
    for (const { pid, parent } of all) if (taken.has(parent)) taken.add(pid)
  }
  return all.filter(({ pid }) => taken.has(pid))
}
