import type { FoundReason } from '@pilot/contract'

interface Wish {
  readonly asked: number
  /** MemAvailable, bytes. */
  readonly available: number
  /** What one of them needs at most, bytes. */
  readonly each: number
}

interface Plan {
  readonly count: number
  /** Where it is fewer than asked for. */
  readonly reason: FoundReason | null
}

/** How many are made: as many as asked for, but of the memory that is available half is left to the rest. */
export const planCount = ({ asked, available, each }: Wish): Plan => {
  const fitting = Math.floor(available / 2 / each)
  if (fitting >= asked) return { count: asked, reason: null }
  return fitting < 1
    ? { count: 0, reason: { code: 'memory-short', available, each } }
    : { count: fitting, reason: { code: 'memory-allows', count: fitting, asked, available, each } }
}
