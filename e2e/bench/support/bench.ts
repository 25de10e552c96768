import type { Host } from '../../host/index.ts'
import { lookAt } from '../../system/support/look-at.ts'
import { speakTo } from '../../system/support/speak-to.ts'
import { installBench, program } from './programs.ts'

/** What the groups of figures measure with. */
export const benchOn = async (host: Host, { quick }: { quick: boolean }) => {
  await installBench(host)
  const runInNode = async <T>(path: string, ...args: string[]): Promise<T> =>
    JSON.parse(await host.run([node, path, ...args])) as T
  return {
    host,
    quick,
    /** How many of something: in a quick run as few as show that it works. */
    count: ({ full, quick: few }: { full: number; quick: number }): number => (quick ? few : full),
    ...speakTo(host),
    ...lookAt(host),
    /** Runs one of `programs/` that reads a job and prints JSON. */
    measure: async <T>(name: `${string}.py`, job: unknown): Promise<T> =>
      JSON.parse(await host.run(['python3', program(name)], { input: JSON.stringify(job) })) as T,
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
