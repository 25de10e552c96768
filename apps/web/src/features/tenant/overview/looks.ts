import type { TenantSample, TenantStatus } from '@pilot/contract'

/** The tenant's memory at one moment, as the open page saw it. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly time: number
  /** Bytes; null where nothing ran or it could not be read. */
  readonly pss: number | null
  readonly memoryCurrent: number | null
  readonly processes: number
}

/** A point of the chart: a stored sample, or a look that is newer than all of them. */
export interface TenantPoint {
  readonly time: number
  readonly pss: number | null
  readonly memoryCurrent: number | null
  /** Shares of the time; null where only a look tells. */
  readonly awake: number | null
  readonly cpu: number | null
  readonly wakes: number | null
  readonly tasks: number | null
  readonly live: boolean
}

/** An hour of looks, five seconds apart. */
const most = 720

export const addLook = (
  looks: readonly Look[],
  { pss, memoryCurrent, processes }: Pick<TenantStatus, 'pss' | 'memoryCurrent' | 'processes'>,
  time = Date.now(),
): Look[] => [...looks.slice(1 - most), { time, pss, memoryCurrent, processes: processes.length }]

/** The stored samples, and behind them what was seen since: a sample is there only when its span is over. */
export const withLooks = (
  samples: readonly TenantSample[],
  looks: readonly Look[],
  resolution: number,
): TenantPoint[] => {
  const stored = samples.map(
    ({ at, pss, memoryCurrent, awakeSeconds, cpuSeconds, wakes, tasks }): TenantPoint => ({
      time: Date.parse(at),
      pss,
      memoryCurrent,
      awake: awakeSeconds / resolution,
      cpu: cpuSeconds === null ? null : cpuSeconds / resolution,
      wakes,
      tasks,
      live: false,
    }),
  )
  const end = (stored.at(-1)?.time ?? -Infinity) + resolution * 1000
  const seen = looks
    .filter(({ time }) => time >= end)
    .map(({ time, pss, memoryCurrent, processes }): TenantPoint => ({
      time,
      pss,
      memoryCurrent,
      awake: processes === 0 ? 0 : null,
      cpu: null,
      wakes: null,
      tasks: null,
      live: true,
    }))
  return [...stored, ...seen]
}
