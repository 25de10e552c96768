import { z } from 'zod'
import { bare } from './bare.ts'
import { ComparisonFault } from './comparison-fault.ts'
import { ContainerEngine } from './container-engine.ts'
import { Told } from './told.ts'

/** Why a variant of a comparison was left out, has failed, or is fewer than asked for, as its process found it. */
export const FoundReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('engine-missing'), engine: ContainerEngine }),
  bare('docker-is-podman'),
  bare('docker-silent'),
  /** Bytes: what is available, and what one may need. */
  z.object({ code: z.literal('memory-short'), available: z.number(), each: z.number() }),
  z.object({
    code: z.literal('memory-allows'),
    count: z.int(),
    asked: z.int(),
    available: z.number(),
    each: z.number(),
  }),
  z.object({ code: z.literal('failed'), fault: ComparisonFault }),
  Told,
])
export type FoundReason = z.infer<typeof FoundReason>
