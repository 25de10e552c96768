import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { HostFailure } from '../ports/host-failure.ts'
import type { MemoryFound, ProcessFound, Processes } from '../ports/processes.ts'
import { readConfinement } from './confinement.ts'
import { run } from './run.ts'

/** Processes from proc(5). Dead ones that nobody has waited for are left out. */
export const linuxProcesses = (): Processes => {
  const ofUid = async (uid: number): Promise<readonly ProcessFound[]> => {
    const found = await Promise.all((await listPids()).map((pid) => readProcess(pid, uid)))
    return found.filter((process) => process !== undefined)
  }
  return {
    ofUid,
    memoryOfUids: async (first, last) => {
      const found = await Promise.all((await listPids()).map((pid) => readMemory(pid, [first, last])))
      return sumOf(found.filter((memory) => memory !== undefined))
    },
    memoryOfPid: async (pid) => sumOf([await readMemory(pid)].filter((memory) => memory !== undefined)),
    confinementOf: readConfinement,
    unixConnections: (path) => countSockets(path, isConnected),
    unixQueue: (path) => countSockets(path, isConnecting),
    endAllOf: async (uid) => {
      if (uid === 0) throw new Error('the processes of root are not ended')
      // 2 s for a graceful end, then none is asked any more.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        if ((await ofUid(uid)).length === 0) return
        if (attempt === 0) await signalAll(uid, 'TERM')
        else if (attempt >= 40) await signalAll(uid, 'KILL')
        await delay(50)
      }
      throw new HostFailure({ code: 'processes-remain', uid })
    },
  }
}

const countSockets = async (path: string, isCounted: RegExp): Promise<number> => {
  const table = await readFile('/proc/net/unix', 'utf8')
  const end = ` ${path}`
  return table.split('\n').filter((line) => line.endsWith(end) && isCounted.test(line)).length
}

/** `Num: RefCount Protocol Flags Type St Inode Path` (proc_pid_net(5)): St 03 is connected, the listener has 01. */
const isConnected = /^\S+ \S+ \S+ \S+ \S+ 03 /
/** Nobody has taken it yet (unix_seq_show() of the kernel: no socket belongs to it). */
const isConnecting = /^\S+ \S+ \S+ \S+ \S+ 02 /

const listPids = async (): Promise<readonly number[]> =>
  (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)

/** undefined where it has ended, or its real uid is another. Kernel threads and dead processes have no memory. */
const readMemory = async (
  pid: number,
  uids?: readonly [number, number],
): Promise<MemoryFound | undefined> => {
  try {
    if (uids !== undefined) {
      const uid = Number(/^Uid:\t(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1])
      if (!(uid >= uids[0] && uid <= uids[1])) return undefined
    }
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')
    return { processes: 1, pss: Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) * 1024 }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOENT', 'ESRCH'].includes(code)) return undefined
    if (['EACCES', 'EPERM'].includes(code)) return { processes: 1, pss: null }
    throw error
  }
}

const sumOf = (all: readonly MemoryFound[]): MemoryFound => ({
  processes: all.length,
  pss: all.reduce<number | null>((sum, { pss }) => (sum === null || pss === null ? null : sum + pss), 0),
})

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
