import { speak, type ComparisonFault } from '@pilot/contract'

/** A fault that can be told in every language. */
export class MeasureError extends Error {
  override readonly name = 'MeasureError'
  readonly fault: ComparisonFault

  constructor(fault: ComparisonFault) {
    super(speak.comparisonFault(fault))
    this.fault = fault
  }
}

/** What went wrong; in the error's own words where it is none of ours. */
export const faultOf = (error: unknown): ComparisonFault =>
  error instanceof MeasureError ? error.fault : { code: 'told', text: clauseOf(error) }

const clauseOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.replace(/\.$/, '').slice(0, 300) ??
  ''
