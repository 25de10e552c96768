import { readFile } from 'node:fs/promises'
import { ifThere } from './if-there.ts'

/** Pss: of /proc/PID/smaps_rollup (proc_pid_smaps(5)), bytes. Undefined for a process that has no memory of its own. */
export const parsePss = (rollup: string): number | undefined => {
  const found = /^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]
  return found === undefined ? undefined : Number(found) * 1024
}

/** Undefined where it has ended. */
export const readPss = async (pid: number): Promise<number | undefined> => {
  const rollup = await ifThere(readFile(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return rollup === undefined ? undefined : parsePss(rollup)
}

/** Of those that are there. */
export const sumPss = async (pids: readonly number[]): Promise<number> => {
  const all = await Promise.all(pids.map(readPss))
  return all.reduce<number>((sum, pss) => sum + (pss ?? 0), 0)
}
