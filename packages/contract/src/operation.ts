import { z } from 'zod'
import { StepDetail } from './facts/step-detail.ts'
import { Problem } from './problem.ts'
import { StepName } from './step-name.ts'

/** What a step would do, shown before it is done. `text` is the real unit, SQL or route. */
export const PlannedStep = z.object({
  tenant: z.string(),
  step: StepName,
  action: z.enum(['create', 'change', 'keep', 'remove', 'foreign']),
  /** Why, for `change` what differs. */
  details: z.array(StepDetail),
  /** The artefacts as they will be written: file path, `SQL`, or Caddy's config path, each with its text. */
  artefacts: z.array(z.object({ title: z.string(), text: z.string() })),
})
export type PlannedStep = z.infer<typeof PlannedStep>

/** What an operation reports while it runs. The last event is `finished`. */
export const OperationEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('step-started'), tenant: z.string(), step: StepName }),
  z.object({
    event: z.literal('step-finished'),
    tenant: z.string(),
    step: StepName,
    /** False where everything was as wished. */
    changed: z.boolean(),
    milliseconds: z.number(),
  }),
  z.object({ event: z.literal('step-failed'), tenant: z.string(), step: StepName, problem: Problem }),
  z.object({
    event: z.literal('tenant-finished'),
    tenant: z.string(),
    problem: Problem.nullable(),
    milliseconds: z.number(),
  }),
  z.object({ event: z.literal('finished'), done: z.int(), failed: z.int(), milliseconds: z.number() }),
])
export type OperationEvent = z.infer<typeof OperationEvent>
