import type { InputFault } from './input-fault.ts'

/** Every kind of fact that is said to people, by what it is about. A language is a table of sentences for each. */
export interface Facts {
  readonly inputFault: InputFault
}
