import type { Bench } from './bench.ts'

export interface Process {
  readonly pid: number
  readonly command: string
  readonly uid: number
  readonly cgroup: string
  /** KiB */
  readonly pss: number
  /** Of these, its share of memory that is of no file on a disk, and shared: PostgreSQL's buffers, a tmpfs. */
  readonly shmem: number
}

export interface Memory {
  readonly processes: readonly Process[]
  /** KiB, of the whole machine. */
  readonly kernel: Readonly<Record<'SUnreclaim' | 'KernelStack' | 'PageTables' | 'Percpu', number>>
}

/** What is in memory on the host, while Pilot itself rests. */
export const lookAtMemory = async ({ run, measure }: Bench): Promise<Memory> => {
  await run('systemctl', 'stop', '--quiet', 'pilot-agent.service', 'pilot-web.service')
  return measure<Memory>('memory.py', {})
}

/** Their PSS together, in KiB, or another sum of them. */
export const memoryOf = (
  { processes }: Memory,
  which: (process: Process) => boolean,
  amount: (process: Process) => number = ({ pss }) => pss,
): number => processes.filter(which).reduce((sum, process) => sum + amount(process), 0)
