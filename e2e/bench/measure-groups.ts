import type { Group } from './groups/group.ts'
import type { GroupReport } from './report.ts'
import type { Bench } from './support/bench.ts'

interface Place {
  readonly first: Bench
  /** Another host, on which nothing was measured yet. */
  readonly renew: () => Promise<Bench>
  /** Called after each group with all that there is until then. */
  readonly keep: (done: readonly GroupReport[]) => Promise<void>
  /** Called for a group that failed, while its host is still there. */
  readonly examine: (name: string, bench: Bench) => Promise<void>
}

/**
 * Measures one group after the other. One that fails is told as failed, and does not take the others with it: what it
 * has left behind would be in their way, so they get a new host.
 */
export const measureGroups = async (
  groups: readonly Group[],
  { first, renew, keep, examine }: Place,
): Promise<readonly GroupReport[]> => {
  const done: GroupReport[] = []
  let bench: Bench | undefined = first
  for (const group of groups) {
    bench ??= await renew()
    const report = await measureOne(group, bench)
    done.push(report)
    await keep(done)
    if (report.error === undefined) continue
    await examine(group.name, bench)
    bench = undefined
  }
  return done
}

const measureOne = async ({ name, title, measure }: Group, bench: Bench): Promise<GroupReport> => {
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  process.stderr.write(`[bench] ${title} ...`)
  try {
    const figures = await measure(bench)
    process.stderr.write(` ${seconds().toFixed(0)} s\n`)
    return { name, title, seconds: seconds(), figures }
  } catch (error) {
    process.stderr.write(` failed after ${seconds().toFixed(0)} s\n`)
    return { name, title, seconds: seconds(), figures: [], error: messageOf(error) }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
