export interface Processes {
  /** All processes whose real uid is this one. */
  ofUid(uid: number): Promise<readonly ProcessFound[]>
  /** Of all processes whose real uid is one of these, both ends included. */
  memoryOfUids(first: number, last: number): Promise<MemoryFound>
  memoryOfPid(pid: number): Promise<MemoryFound>
  confinementOf(pid: number): Promise<Confinement | undefined>
  /** Connections that a process has taken from the listening Unix socket at this path, in /proc/net/unix. */
  unixConnections(path: string): Promise<number>
  /** Connections that wait in the queue of that socket for a process to take them, in the order in which they came. */
  unixQueue(path: string): Promise<number>
  /** Sends a signal to every process of this uid and waits until none is left. */
  endAllOf(uid: number): Promise<void>
}

export interface ProcessFound {
  readonly pid: number
  readonly uid: number
  readonly command: string
}

export interface MemoryFound {
  readonly processes: number
  /** Sum of Pss: in /proc/PID/smaps_rollup (proc(5)), bytes; null where that of one could not be read. */
  readonly pss: number | null
}

/** What confines a process, as /proc tells (proc_pid_status(5), namespaces(7), proc_pid_mountinfo(5)). */
export interface Confinement {
  /** The file that it runs (/proc/PID/exe). */
  readonly program: string
  readonly uid: number
  readonly gid: number
  readonly groups: readonly number[]
  /** Sets of capabilities(7), hexadecimal. */
  readonly capabilities: { readonly effective: string; readonly bounding: string }
  readonly noNewPrivileges: boolean
  /** How many filters judge its system calls besides those of all of the machine (seccomp(2)). */
  readonly filters: number
  /** Kinds of namespaces that PID 1 is not in, such as mnt. */
  readonly namespaces: readonly string[]
  /** In the order in which they were made: of two at one path the later is seen. */
  readonly mounts: readonly MountFound[]
}

export interface MountFound {
  readonly path: string
  readonly type: string
  /** Of the mount, such as ro and nosuid, not of its file system. */
  readonly options: readonly string[]
}
