import { StepName } from '@pilot/contract'

/** Told of a tenant with parts that this Pilot does not know. */
export type OnUnknownParts = (tenant: unknown, parts: readonly unknown[]) => void

/**
 * A stored spec with those of its parts that there still are. Where none is left, or what stands there is no list, it
 * is of a whole tenant: one bad row must not take every list of tenants down.
 */
export const partsOfBefore = (spec: unknown, onUnknown: OnUnknownParts): unknown => {
  if (typeof spec !== 'object' || spec === null || !('parts' in spec)) return spec
  const { parts, ...rest } = spec
  const all: unknown[] = Array.isArray(parts) ? parts : [parts]
  const known = all.filter((part) => StepName.safeParse(part).success)
  const unknown = all.filter((part) => !known.includes(part))
  if (unknown.length > 0) onUnknown('name' in spec ? spec.name : null, unknown)
  return known.length === 0 || !Array.isArray(parts) ? rest : { ...rest, parts: known }
}
