import { readFile, readlink } from 'node:fs/promises'
import type { Confinement, MountFound } from '../ports/processes.ts'

/** What confines a process, from proc(5); undefined once it has ended. */
export const readConfinement = async (pid: number): Promise<Confinement | undefined> => {
  try {
    const [status, ofPid1, program, mounts, ...namespaces] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile('/proc/1/status', 'utf8'),
      readlink(`/proc/${pid}/exe`),
      readFile(`/proc/${pid}/mountinfo`, 'utf8'),
      ...kinds.map((kind) => isOwn(pid, kind)),
    ])
    const field = (name: string): string[] => fieldOf(status, name)
    return {
      program,
      // The second of real, effective, saved and of the file system.
      uid: Number(field('Uid')[1]),
      gid: Number(field('Gid')[1]),
      groups: field('Groups').map(Number),
      capabilities: { effective: field('CapEff').join(''), bounding: field('CapBnd').join('') },
      noNewPrivileges: field('NoNewPrivs')[0] === '1',
      // Those of PID 1 are the container's, where the machine is one.
      filters: Number(field('Seccomp_filters')[0]) - Number(fieldOf(ofPid1, 'Seccomp_filters')[0]),
      namespaces: kinds.filter((_, index) => namespaces[index] === true),
      mounts: mounts.split('\n').flatMap(parseMount),
    }
  } catch (error) {
    // It ended while we read.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

const kinds = ['mnt', 'net', 'ipc', 'uts', 'pid', 'user', 'cgroup'] as const

const isOwn = async (pid: number, kind: string): Promise<boolean> => {
  const [own, ofPid1] = await Promise.all([
    readlink(`/proc/${pid}/ns/${kind}`),
    readlink(`/proc/1/ns/${kind}`),
  ])
  return own !== ofPid1
}

const fieldOf = (status: string, name: string): string[] =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, 'm')
    .exec(status)?.[1]
    ?.split(/\s+/)
    .filter((word) => word !== '') ?? []

/** `id parent dev root PATH OPTIONS fields... - TYPE source superOptions`; blanks are written as \040 (proc_pid_mountinfo(5)). */
const parseMount = (line: string): MountFound[] => {
  const [before = '', after = ''] = line.split(' - ')
  const [, , , , path, options] = before.split(' ')
  const [type] = after.split(' ')
  if (path === undefined || options === undefined || type === undefined || type === '') return []
  return [
    {
      path: path.replace(/\\(\d{3})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 8))),
      type,
      options: options.split(','),
    },
  ]
}
