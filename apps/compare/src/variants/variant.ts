import type { ComparedVariant, ComparisonMethod, FoundReason } from '@pilot/contract'
import type { Found } from '../memory/measure.ts'

/** One way of having the same app many times. `index` counts from 0; times are milliseconds. */
export interface Variant {
  readonly variant: ComparedVariant
  /** What one of them may need at most, bytes; for the decision how many. */
  readonly expectedBytes: number
  /** Why this machine cannot have it, where it cannot. */
  findMissing(): Promise<FoundReason | undefined>
  /** All that is needed once: counts for nothing. */
  prepare(count: number): Promise<void>
  /** Processes that serve all, and were there before. */
  daemons(): Promise<readonly number[]>
  /** Makes one, and answers how long that took. */
  create(index: number): Promise<number>
  /** All are in the state that is measured. */
  ready(): Promise<void>
  find(): Promise<Found>
  stop(index: number): Promise<void>
  /** From the request to the first byte, of one that is stopped. */
  start(index: number): Promise<number>
  /** The same of one that runs. */
  request(index: number): Promise<number>
  /** Everything, however much of it was made. */
  remove(): Promise<void>
  /** For the method, where this machine asked for something special. */
  notes(): readonly ComparisonMethod[]
}
