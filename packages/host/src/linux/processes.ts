import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { ProcessFound, Processes } from '../ports.ts'
import { run } from './run.ts'

/** Processes from proc(5). Dead ones that nobody has waited for are left out. */
export const linuxProcesses = (): Processes => {
  const ofUid = async (uid: number): Promise<readonly ProcessFound[]> => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const found = await Promise.all(pids.map((pid) => readProcess(Number(pid), uid)))
    return found.filter((process) => process !== undefined)
  }
  return {
    ofUid,
    endAllOf: async (uid) => {
      if (uid === 0) throw new Error('the processes of root are not ended')
      // 2 s for a graceful end, then none is asked any more.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if ((await ofUid(uid)).length === 0) return
        if (attempt === 0) await signalAll(uid, 'TERM')
        else if (attempt >= 40) await signalAll(uid, 'KILL')
        await delay(50)
      }
      throw new Error(`processes of uid ${uid} do not end`)
    },
  }
}

const readProcess = async (pid: number, uid: number): Promise<ProcessFound | undefined> => {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    if (/^State:\t[ZX]/m.test(status) || Number(/^Uid:\t(\d+)/m.exec(status)?.[1]) !== uid) return undefined
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
    return { pid, uid, command: command === '' ? `[${/^Name:\t(.*)/m.exec(status)?.[1] ?? ''}]` : command }
  } catch (error) {
    // It ended while we read.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/**
 * kill(2) with -1 as that uid: reaches all of them at once, also those that fork faster than we can list, and
 * can hit no stranger that got a pid anew. It spares itself.
 */
const signalAll = async (uid: number, signal: 'TERM' | 'KILL'): Promise<void> => {
  const identity = [`--reuid=${uid}`, '--regid=65534', '--clear-groups']
  // The shell's own kill: kill(1) of procps 4.0.4 does not parse -1. Status 1: there was nobody to signal.
  await run('setpriv', [...identity, '--', 'sh', '-c', 'kill -s "$0" -- -1', signal], { accept: [1] })
}
