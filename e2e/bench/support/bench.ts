import type { Host } from '../../host/index.ts'
import { lookAt } from '../../system/support/look-at.ts'
import { speakTo } from '../../system/support/speak-to.ts'
import { installBench, program } from './programs.ts'

/** What the groups of figures measure with. */
export const benchOn = async (host: Host, { quick }: { quick: boolean }) => {
  await installBench(host)
  const json = async <T>(argv: readonly string[], input = ''): Promise<T> =>
    JSON.parse(await host.run([...byPid1, ...argv], { input })) as T
  const runInNode = <T>(path: string, ...args: string[]): Promise<T> => json<T>([node, path, ...args])
  return {
    host,
    quick,
    /** How many of something: in a quick run as few as show that it works. */
    count: ({ full, quick: few }: { full: number; quick: number }): number => (quick ? few : full),
    ...speakTo(host),
    ...lookAt(host),
    /** Runs one of `programs/` that reads a job and prints JSON. */
    measure: <T>(name: `${string}.py`, job: unknown): Promise<T> =>
      json<T>(['python3', program(name)], JSON.stringify(job)),
    /** The same for those that run under Node. */
    measureInNode: <T>(name: `${string}.mjs`, job: unknown): Promise<T> =>
      runInNode<T>(program(name), JSON.stringify(job)),
    /** Any program under Node that prints JSON. */
    runInNode,
  }
}

export type Bench = Awaited<ReturnType<typeof benchOn>>

/** The Node that tenants run with, and here everything else too. */
export const node = '/usr/lib/pilot/bin/node'

/**
 * What comes into the host from outside is not under the system call filter of systemd-nspawn, which everything
 * that the host's PID 1 starts is under. So it starts what measures and what is measured alike.
 */
const byPid1 = ['systemd-run', '--quiet', '--collect', '--pipe', '--wait', '--setenv=HOME=/root']
