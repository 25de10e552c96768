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
  /** How many processes may be read that are new. */
  readonly room: number
  /** False where reading what was read before has cost enough for one run. */
  readonly mayGoOn: () => boolean
}

export interface MemoryRead {
  readonly memory: Readonly<Record<string, GroupMemory>>
  /** Of the room. */
  readonly used: number
}

/**
 * The memory of each group. To read that of one process costs a quarter to half a millisecond, so that a run reads what
 * is new or has other processes than before, and of the rest what was read longest ago, while it may. What is not read
 * is as it was. Where the room is too small for all that is new, none of it is read until a later run has room for all:
 * of some alone no sum can be told. More than there ever is room for are read a part in each run.
 */
export const memoryOfGroups = ({ meter, groups, before, run, room, mayGoOn }: MemoryParts): MemoryRead => {
  const known = [...groups].map(([name, pids]) => {
    const last = before[name]
    return { name, pids, last: last !== undefined && equal(last.pids, pids) ? last : undefined }
  })
  const oldestFirst = known.toSorted((a, b) => (a.last?.run ?? -1) - (b.last?.run ?? -1))
  const wanted = known.reduce((sum, { pids, last }) => sum + (last === undefined ? costOf(pids) : 0), 0)
  const given = wanted > room && wanted <= fullRoom ? 0 : room
  const memory: Record<string, GroupMemory> = {}
  let used = 0
  for (const { name, pids, last } of oldestFirst) {
    if (last === undefined ? used < given : mayGoOn()) {
      if (last === undefined) used += costOf(pids)
      memory[name] = { pids, pss: sumOf(meter, pids), run }
    } else memory[name] = last ?? neverRead
  }
  return { memory, used }
}

/** Processes: that many new ones a run may read at once where none were new for a while, and so many more in each run. */
export const fullRoom = 250
export const roomOfRun = 25

const costOf = (pids: readonly number[]): number => Math.min(pids.length, readOfOne)

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
