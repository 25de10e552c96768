import type { ComparedVariantResult } from '@pilot/contract'

/** What a variant takes: once for all of it, and again for each; bytes. */
export interface Cost {
  readonly fixed: number
  readonly each: number
}

/**
 * A daemon that serves all is there once, however many there are: that favours containers, so nothing is won by it.
 * null where it was not measured.
 */
export const costOf = ({ memory, count }: Pick<ComparedVariantResult, 'memory' | 'count'>): Cost | null => {
  if (memory === null || count === 0) return null
  const fixed = memory.parts.filter(({ part }) => part === 'daemon').reduce((sum, { pss }) => sum + pss, 0)
  return { fixed, each: Math.max(0, memory.perTenant - fixed / count) }
}

export const totalOf = ({ fixed, each }: Cost, count: number): number => fixed + each * count

/**
 * How many fit into so many bytes, and no more than there are uids for tenants; null where one takes nothing that
 * could be measured.
 */
export const fits = ({ fixed, each }: Cost, bytes: number): number | null =>
  each === 0 ? null : Math.min(tenantUids, Math.max(0, Math.floor((bytes - fixed) / each)))

/** docs/internals.md, Accounts. */
const tenantUids = 65_535

/** From how many on the first takes no more than the second; null where it never does. */
export const breakEven = (first: Cost, second: Cost): number | null => {
  if (totalOf(first, 1) <= totalOf(second, 1)) return first.each <= second.each ? 1 : null
  if (first.each >= second.each) return null
  return Math.ceil((first.fixed - second.fixed) / (second.each - first.each))
}

/**
 * Which share of tenants may be awake at once before as many containers take less; above 1 even all of them may.
 * null where the three do not tell: an awake one that takes no more than an asleep one.
 */
export const awakeShare = (asleep: number, awake: number, container: number): number | null =>
  awake <= asleep ? null : Math.max(0, (container - asleep) / (awake - asleep))

/** Two figures are as much as such an estimate is good for. */
export const about = (count: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.floor(count / unit) * unit
}

/** Numbers of tenants to draw totals for, up to a round one that has `points` well inside. */
export const countsUpTo = (points: readonly number[], scale: 'linear' | 'log'): number[] => {
  const most = Math.max(20, ...points)
  if (scale === 'log') {
    const decades = Math.max(2, Math.ceil(Math.log10(most * 1.5)))
    return Array.from({ length: decades * 10 + 1 }, (_, index) => Math.round(10 ** (index / 10))).filter(
      (count, index, all) => count !== all[index - 1],
    )
  }
  const rough = most * 1.5
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const last = ([1, 2, 5, 10].find((step) => step * magnitude >= rough) ?? 10) * magnitude
  return Array.from({ length: 41 }, (_, index) => Math.round((index / 40) * last)).filter(
    (count, index, all) => count !== all[index - 1],
  )
}
