import { z } from 'zod'
import { Problem } from '../problem.ts'
import { FoundReason } from './found-reason.ts'

/** Why a variant is not as asked for: what its process found, or the problem with which the agent refused what it needs. */
export const VariantReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('problem'), problem: Problem }),
  ...FoundReason.options,
])
export type VariantReason = z.infer<typeof VariantReason>
