import { z } from 'zod'
import { ComparedVariant } from './compared-variant.ts'
import { Action } from './facts/action.ts'
import { ComparisonFault } from './facts/comparison-fault.ts'
import { Difference } from './facts/difference.ts'
import { FoundReason } from './facts/found-reason.ts'
import { InputFault } from './facts/input-fault.ts'
import { Need } from './facts/need.ts'
import { Thing } from './facts/thing.ts'
import { Service } from './service.ts'
import { StepDetail } from './facts/step-detail.ts'
import { Stranger } from './facts/stranger.ts'
import { StepName } from './step-name.ts'

/** Everything that can go wrong and that we can name. Closed: a new failure is a new member here. */
export const Problem = z.discriminatedUnion('code', [
  /** Input outside its schema. `field` is the flag or property. */
  z.object({ code: z.literal('invalid-input'), field: z.string(), fault: InputFault }),
  /** `deleted` where it was, and its data was kept. */
  z.object({ code: z.literal('tenant-not-found'), tenant: z.string(), deleted: z.literal(true).optional() }),
  z.object({ code: z.literal('not-found'), what: Thing }),
  /** `action` needs more power than this caller has; `need` says what would do. */
  z.object({ code: z.literal('not-permitted'), action: Action, need: Need }),
  /** The bridge was called without a session that holds. */
  z.object({ code: z.literal('sign-in-required'), reason: z.enum(['missing', 'expired', 'revoked']) }),
  /** Name, password or code is wrong; which of them is not told. */
  z.object({ code: z.literal('sign-in-failed') }),
  /** Name and password are right; now the code is asked for. */
  z.object({ code: z.literal('second-factor-required') }),
  /** Too many failed sign-ins; `until` is ISO 8601. */
  z.object({ code: z.literal('locked-out'), until: z.iso.datetime() }),
  /** A one-time link that was used, has ended or never was. */
  z.object({ code: z.literal('link-invalid') }),
  z.object({ code: z.literal('operator-exists'), operator: z.string() }),
  /** Nobody else could manage operators. */
  z.object({ code: z.literal('last-admin'), operator: z.string() }),
  /** More calls at once than the agent takes from the web interface. */
  z.object({ code: z.literal('overloaded') }),
  /** `difference` is null where nothing was asked for that could differ. */
  z.object({ code: z.literal('tenant-exists'), tenant: z.string(), difference: Difference.nullable() }),
  z.object({ code: z.literal('domain-taken'), domain: z.string(), tenant: z.string() }),
  /** A resource of this name exists and does not bear Pilot's mark. */
  z.object({ code: z.literal('foreign-resource'), ...Stranger.shape }),
  /**
   * `detail` is for logs and `--json`; the sentence names the service and how to start it. With `reason` full it
   * runs, but has no connection to give.
   */
  z.object({
    code: z.literal('service-down'),
    service: Service,
    detail: z.string(),
    reason: z.literal('full').optional(),
  }),
  /** The tenant is in a state in which this cannot be done, such as `wake` of a suspended one. */
  z.object({
    code: z.literal('wrong-state'),
    tenant: z.string(),
    state: z.enum(['suspended', 'partial', 'purging']),
    action: z.enum(['wake', 'sleep', 'suspend', 'resume', 'create']),
  }),
  /**
   * A step failed for a reason that is not one of the above; run the same command again. `reasons` are those that we
   * know ourselves, such as what still differs once the step is done; where there are none, `detail` is what a program
   * or the kernel said, in its words.
   */
  z.object({
    code: z.literal('step-failed'),
    tenant: z.string(),
    step: StepName,
    detail: z.string(),
    reasons: z.array(StepDetail).optional(),
  }),
  /** One comparison at a time: a second would measure the first. */
  z.object({ code: z.literal('comparison-running'), id: z.string() }),
  /** A comparison could not be carried out. */
  z.object({ code: z.literal('comparison-failed'), detail: ComparisonFault }),
  /** Of what a comparison sets side by side, this was not measured to the end. */
  z.object({
    code: z.literal('variant-failed'),
    variant: ComparedVariant,
    reason: FoundReason.nullable(),
  }),
  /** Part of a bulk command failed. */
  z.object({
    code: z.literal('partly-done'),
    done: z.int(),
    failed: z.int(),
    /** The first failure. */
    get first() {
      return Problem
    },
  }),
  z.object({ code: z.literal('check-failed'), faults: z.int() }),
  /** Unknown inside; `reference` finds the full story in the agent's journal. */
  z.object({ code: z.literal('internal'), reference: z.string() }),
])
export type Problem = z.infer<typeof Problem>
export type ProblemCode = Problem['code']
