import { StepName } from './step-name.ts'
import type { TenantSpec } from './tenant-spec.ts'

/** Which parts of a tenant are wished; undefined is a whole tenant, also once there are more parts than today. */
export type Parts = TenantSpec['parts']

/** All parts, in the order in which they are made: a whole tenant. */
export const allParts: readonly StepName[] = StepName.options

export const hasPart = ({ parts }: Pick<TenantSpec, 'parts'>, part: StepName): boolean =>
  parts?.includes(part) ?? true

export const partsOf = (spec: Pick<TenantSpec, 'parts'>): readonly StepName[] =>
  allParts.filter((part) => hasPart(spec, part))

export const isWhole = (spec: Pick<TenantSpec, 'parts'>): boolean =>
  allParts.every((part) => hasPart(spec, part))
