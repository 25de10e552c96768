import type { Action } from './action.ts'
import type { ComparisonFault } from './comparison-fault.ts'
import type { ComparisonMethod } from './comparison-method.ts'
import type { Difference } from './difference.ts'
import type { FindingId, Found, Remedy } from './finding.ts'
import type { FoundReason } from './found-reason.ts'
import type { InputFault } from './input-fault.ts'
import type { ListFault } from './list-fault.ts'
import type { Need } from './need.ts'
import type { SeenReason } from './state-reason.ts'
import type { Thing } from './thing.ts'
import type { StepDetail } from './step-detail.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  readonly action: Action
  readonly comparisonFault: ComparisonFault
  readonly comparisonMethod: ComparisonMethod
  /** A setting that was asked for and stands otherwise. */
  readonly difference: Difference
  readonly findingTitle: { readonly code: FindingId }
  readonly found: Found
  readonly inputFault: InputFault
  readonly listFault: ListFault
  readonly need: Need
  readonly remedy: Remedy
  readonly stateReason: SeenReason
  readonly stepDetail: StepDetail
  readonly thing: Thing
  readonly variantReason: FoundReason
}
