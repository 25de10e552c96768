export interface Processes {
  /** All processes whose real uid is this one. */
  ofUid(uid: number): Promise<readonly ProcessFound[]>
  /** Of all processes whose real uid is one of these, both ends included. */
  memoryOfUids(first: number, last: number): Promise<MemoryFound>
  memoryOfPid(pid: number): Promise<MemoryFound>
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
