import { z } from 'zod'
import { bare } from './bare.ts'
import { ComparisonFault } from './comparison-fault.ts'
import { ContainerEngine } from './container-engine.ts'
import { Told } from './told.ts'

/** How a comparison was measured, each a thing to know of it. */
export const ComparisonMethod = z.discriminatedUnion('code', [
  bare('same-program'),
  bare('one-after-another'),
  bare('whole-tenants'),
  bare('own-image'),
  bare('plain-process'),
  bare('pss'),
  bare('counted'),
  bare('first-of-a-kind'),
  bare('quiet'),
  bare('creating'),
  z.object({ code: z.literal('first-byte'), starts: z.int() }),
  z.object({ code: z.literal('rested'), milliseconds: z.int() }),

  // What was special on this machine.
  z.object({ code: z.literal('host-network'), engine: ContainerEngine, fault: ComparisonFault }),
  bare('podman-without-keyring'),
  bare('podman-without-pids'),
  bare('podman-copies-image'),
  bare('podman-image-in-memory'),
  Told,
])
export type ComparisonMethod = z.infer<typeof ComparisonMethod>
