import type { ComparedVariant, Comparison } from '@pilot/contract'
import { containers } from '../../shared/comparisons/variants.ts'
import { awakeShare, breakEven, costOf, type Cost } from './cost.ts'

export interface VariantCost {
  readonly variant: ComparedVariant
  readonly cost: Cost
}

export interface Growth {
  /** What each variant takes that was measured. */
  readonly lines: readonly VariantCost[]
  /** The container that takes least, so that nothing is won by the choice. */
  readonly container: ComparedVariant | undefined
  /** From how many on tenants asleep take no more than it; null where they never do, or it is not known. */
  readonly even: number | null
  /** Which share of the tenants may be awake at once before it takes less; null where it is not known. */
  readonly share: number | null
}

/** How tenants and containers grow with their number. `pilotAtWork` is what Pilot's own processes take, bytes. */
export const growthOf = ({ results }: Comparison, pilotAtWork: number | null): Growth => {
  const lines = results.flatMap((result): VariantCost[] => {
    const cost = costOf(result)
    return cost === null
      ? []
      : [{ variant: result.variant, cost: withPilot(result.variant, cost, pilotAtWork) }]
  })
  const find = (variant: ComparedVariant): Cost | undefined =>
    lines.find((line) => line.variant === variant)?.cost
  const [container] = lines
    .filter(({ variant }) => containers.some((each) => each === variant))
    .sort((a, b) => a.cost.each - b.cost.each)
  const [asleep, awake] = [find('tenant'), find('awake')]
  const even = asleep === undefined || container === undefined ? null : breakEven(asleep, container.cost)
  const share =
    asleep === undefined || awake === undefined || container === undefined
      ? null
      : awakeShare(asleep.each, awake.each, container.cost.each)
  return { lines, container: container?.variant, even, share }
}

/** Pilot's processes are there for all tenants together, and only while somebody works with it. */
const withPilot = (variant: ComparedVariant, cost: Cost, pilotAtWork: number | null): Cost =>
  variant === 'tenant' || variant === 'user-tenant' || variant === 'awake'
    ? { ...cost, fixed: cost.fixed + (pilotAtWork ?? 0) }
    : cost
