import type { Difference } from './difference.ts'
import type { InputFault } from './input-fault.ts'
import type { ListFault } from './list-fault.ts'
import type { StepDetail } from './step-detail.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  readonly inputFault: InputFault
  readonly listFault: ListFault
  /** A setting that was asked for and stands otherwise. */
  readonly difference: Difference
  readonly stepDetail: StepDetail
}
