import type { Action } from './action.ts'
import type { Difference } from './difference.ts'
import type { FindingId, Found, Remedy } from './finding.ts'
import type { InputFault } from './input-fault.ts'
import type { ListFault } from './list-fault.ts'
import type { Need } from './need.ts'
import type { Thing } from './thing.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  readonly action: Action
  /** A setting that was asked for and stands otherwise. */
  readonly difference: Difference
  readonly findingTitle: { readonly code: FindingId }
  readonly found: Found
  readonly inputFault: InputFault
  readonly listFault: ListFault
  readonly need: Need
  readonly remedy: Remedy
  readonly thing: Thing
}
