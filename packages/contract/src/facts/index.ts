import type { Difference } from './difference.ts'
import type { FindingId, Found, Remedy } from './finding.ts'
import type { InputFault } from './input-fault.ts'
import type { ListFault } from './list-fault.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  /** A setting that was asked for and stands otherwise. */
  readonly difference: Difference
  readonly findingTitle: { readonly code: FindingId }
  readonly found: Found
  readonly inputFault: InputFault
  readonly listFault: ListFault
  readonly remedy: Remedy
}
