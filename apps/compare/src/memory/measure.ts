import type { ComparedMemory, MemoryPart } from '@pilot/contract'
import { readCgroups } from './cgroups.ts'
import { readMemInfo, type MemInfo } from './meminfo.ts'
import type { RunningProcess } from './processes.ts'
import { readPss, sumPss } from './pss.ts'

/** What there is because of a variant. Daemons, which were there before, count by their growth. */
export interface Found {
  readonly parts: readonly {
    readonly part: Exclude<MemoryPart['part'], 'daemon'>
    readonly processes: readonly RunningProcess[]
  }[]
  readonly daemons: readonly number[]
  /** False where its processes share a cgroup with others. */
  readonly ownCgroups: boolean
}

export interface Baseline {
  readonly systemd: number | undefined
  readonly daemons: number
  readonly meminfo: MemInfo
}

export const readBaseline = async (daemons: readonly number[]): Promise<Baseline> => ({
  systemd: await readPss(1),
  daemons: await sumPss(daemons),
  meminfo: await readMemInfo(),
})

interface Measuring {
  readonly before: Baseline
  readonly noise: number
  readonly count: number
  readonly found: Found
}

export const measureMemory = async ({ before, noise, count, found }: Measuring): Promise<ComparedMemory> => {
  const after = await readBaseline(found.daemons)
  const parts = await Promise.all(
    found.parts.map(async ({ part, processes }) => ({
      part,
      processes: processes.length,
      pss: await sumPss(processes.map(({ pid }) => pid)),
    })),
  )
  const all: MemoryPart[] =
    found.daemons.length === 0
      ? parts
      : [...parts, { part: 'daemon', processes: found.daemons.length, pss: after.daemons - before.daemons }]
  const systemdGrowth =
    before.systemd === undefined || after.systemd === undefined ? null : after.systemd - before.systemd
  const total = all.reduce((sum, { pss }) => sum + pss, systemdGrowth ?? 0)
  return {
    parts: all,
    systemdGrowth,
    slabGrowth: after.meminfo.slab - before.meminfo.slab,
    cgroup: found.ownCgroups ? await readCgroups(found.parts.flatMap(({ processes }) => processes)) : null,
    availableBefore: before.meminfo.available,
    availableAfter: after.meminfo.available,
    noise,
    perTenant: Math.round(total / count),
  }
}
