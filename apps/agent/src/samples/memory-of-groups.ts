import type { Meter } from '@pilot/host/ports'

/** The processes of one tenant, and what they took when that was read. */
export interface GroupMemory {
  readonly pids: readonly number[]
  /** Bytes; null where it could not be read. */
  readonly pss: number | null
  /** The run that read it. */
  readonly run: number
}

export interface MemoryParts {
  readonly meter: Pick<Meter, 'pss'>
  readonly groups: ReadonlyMap<string, readonly number[]>
  readonly before: Readonly<Record<string, GroupMemory>>
  readonly run: number
  /** False where reading has cost enough for one run. */
  readonly mayGoOn: () => boolean
}

/**
 * The memory of each group. To read that of one process costs a quarter to half a millisecond, so that a run reads what
 * is new or has other processes than before, and of the rest what was read longest ago, while it may. What is not read
 * is as it was.
 */
export const memoryOfGroups = ({
  meter,
  groups,
  before,
  run,
  mayGoOn,
}: MemoryParts): Record<string, GroupMemory> => {
  const known = [...groups].map(([name, pids]) => {
    const last = before[name]
    return { name, pids, last: last !== undefined && equal(last.pids, pids) ? last : undefined }
  })
  const oldestFirst = known.toSorted((a, b) => (a.last?.run ?? -1) - (b.last?.run ?? -1))
  let left = newAtMost
  const found: Record<string, GroupMemory> = {}
  for (const { name, pids, last } of oldestFirst) {
    if (last === undefined ? left > 0 : mayGoOn()) {
      left -= pids.length
      found[name] = { pids, pss: sumOf(meter, pids), run }
    } else found[name] = last ?? neverRead
  }
  return found
}

/** Processes that are new are read beyond the time for it, so that a crowd that wakes is seen; but no more than these. */
const newAtMost = 40

const neverRead: GroupMemory = { pids: [], pss: null, run: -1 }

/** Of more processes than these the rest counts as they do on average. */
const readOfOne = 20

const sumOf = (meter: Pick<Meter, 'pss'>, pids: readonly number[]): number | null => {
  const read = pids.slice(0, readOfOne)
  const sum = read.reduce<number | null>((total, pid) => {
    const pss = meter.pss(pid)
    // One that has ended has none.
    if (pss === undefined || total === null) return total
    return pss === null ? null : total + pss
  }, 0)
  return sum === null || pids.length === read.length ? sum : Math.round((sum * pids.length) / read.length)
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((pid, index) => pid === b[index])
