import type { HostSample } from '@pilot/contract'

export interface Saving {
  /** What as many containers would take, bytes. */
  readonly containers: number
  /** What the tenants took: their processes, and what each costs that sleeps. null where it was not measured. */
  readonly tenants: number | null
  readonly saved: number | null
}

/** What one takes, bytes, as a comparison measured it; `asleep` null where it did not. */
export interface Measured {
  readonly container: number
  readonly asleep: number | null
}

/** A container counts with the comparison's small program, whatever the tenants run: so no more is said than is known. */
export const savingAt = (
  { tenants: count, pss }: Pick<HostSample, 'tenants' | 'pss'>,
  { container, asleep }: Measured,
): Saving => {
  const containers = count * container
  const tenants = pss === null ? null : pss + count * Math.max(0, asleep ?? 0)
  return { containers, tenants, saved: tenants === null ? null : containers - tenants }
}
