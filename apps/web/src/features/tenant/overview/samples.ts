import type { TenantStatus } from '@pilot/contract'

/** The tenant's memory at one moment. */
export interface Sample {
  /** Milliseconds since 1970. */
  readonly time: number
  /** PSS in bytes; null where nothing ran or it could not be read. */
  readonly pss: number | null
  readonly processes: number
}

/** An hour of looks, five seconds apart. */
const most = 720

export const addSample = (
  samples: readonly Sample[],
  { pss, processes }: Pick<TenantStatus, 'pss' | 'processes'>,
  time = Date.now(),
): Sample[] => [...samples.slice(1 - most), { time, pss, processes: processes.length }]

/** Lines to draw: a sample without a figure ends one, so that nothing is drawn where nothing was measured. */
export const linesOf = (samples: readonly Sample[]): { time: number; bytes: number }[][] => {
  const lines: { time: number; bytes: number }[][] = [[]]
  for (const { time, pss } of samples) {
    if (pss === null) lines.push([])
    else lines.at(-1)?.push({ time, bytes: pss })
  }
  return lines.filter((line) => line.length > 0)
}
