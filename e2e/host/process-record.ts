import { readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { writeWhole } from './write-whole.ts'

/** A process remembered in a file. The start time tells it from a later process of the same pid. */
interface ProcessRecord {
  readonly pid: number
  readonly started: string
}

export const recordProcess = async (path: string, pid: number): Promise<void> => {
  const started = await startTime(pid)
  if (started === undefined) throw new Error(`Process ${pid} ended before it could be noted in ${path}.`)
  await writeWhole(path, JSON.stringify({ pid, started } satisfies ProcessRecord))
}

/** The pid if that very process still runs. */
export const recordedProcess = async (path: string): Promise<number | undefined> => {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { pid, started } = JSON.parse(text) as ProcessRecord
  return (await startTime(pid)) === started ? pid : undefined
}

/** Sends a signal to the recorded process, waits for its end, and forgets it. False where it did not end in time. */
export const endRecordedProcess = async (
  path: string,
  signal: NodeJS.Signals,
  timeout: number,
): Promise<boolean> => {
  const pid = await recordedProcess(path)
  if (pid !== undefined) {
    signalProcess(pid, signal)
    if (!(await untilEnded(path, timeout))) return false
  }
  await rm(path, { force: true })
  return true
}

/** Waits for the end of the recorded process. It is no child of ours, so only /proc can tell. */
export const untilEnded = async (path: string, timeout: number): Promise<boolean> => {
  const deadline = Date.now() + timeout
  while ((await recordedProcess(path)) !== undefined) {
    if (Date.now() > deadline) return false
    await pause(50)
  }
  return true
}

/** kill(2) that takes a process gone meanwhile for an answer. */
export const signalProcess = (pid: number, signal: NodeJS.Signals | number): void => {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Field 22 of /proc/PID/stat, in clock ticks since boot; undefined for no process, or a dead one (proc_pid_stat(5)). */
const startTime = async (pid: number): Promise<string | undefined> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // The name in the second field may hold spaces and brackets.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}
