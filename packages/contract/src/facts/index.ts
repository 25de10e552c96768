import type { ComparisonFault } from './comparison-fault.ts'
import type { ComparisonMethod } from './comparison-method.ts'
import type { Difference } from './difference.ts'
import type { InputFault } from './input-fault.ts'
import type { ListFault } from './list-fault.ts'
import type { SeenReason } from './state-reason.ts'
import type { FoundReason } from './variant-reason.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  readonly comparisonFault: ComparisonFault
  readonly comparisonMethod: ComparisonMethod
  readonly inputFault: InputFault
  readonly listFault: ListFault
  /** A setting that was asked for and stands otherwise. */
  readonly difference: Difference
  readonly stateReason: SeenReason
  readonly variantReason: FoundReason
}
