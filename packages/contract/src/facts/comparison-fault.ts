import { z } from 'zod'
import { bare } from './bare.ts'
import { ContainerEngine } from './container-engine.ts'
import { HostFault } from './host-fault.ts'
import { Told } from './told.ts'

/** A socket by its path, or a port of the loopback by its number. */
const from = z.union([z.string(), z.int()])

/** What went wrong in a comparison, or in measuring one variant of it. */
export const ComparisonFault = z.discriminatedUnion('code', [
  /** `words` are the engine's own; `exitCode` is null where a signal ended it. */
  z.object({
    code: z.literal('engine-failed'),
    engine: ContainerEngine,
    command: z.string(),
    exitCode: z.int().nullable(),
    words: z.string(),
  }),
  z.object({ code: z.literal('no-answer'), from, milliseconds: z.int() }),
  z.object({ code: z.literal('wrong-answer'), from, line: z.string() }),
  /** `end` is its exit code or the signal. */
  z.object({ code: z.literal('program-ended'), end: z.string().nullable() }),
  bare('cancelled'),
  z.object({ code: z.literal('not-started'), unit: z.string() }),
  /** Without a `reason` that we know ourselves, `words` are those of systemd or D-Bus. */
  z.object({
    code: z.literal('not-removed'),
    unit: z.string(),
    words: z.string(),
    reason: HostFault.optional(),
  }),
  z.object({ code: z.literal('interrupted'), unit: z.string() }),
  z.object({ code: z.literal('internal'), reference: z.string() }),
  ...HostFault.options,
  Told,
])
export type ComparisonFault = z.infer<typeof ComparisonFault>
