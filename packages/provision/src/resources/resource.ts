import type { Drift, Stranger, Subject } from '@pilot/contract'

/** One thing on the machine that a step needs: a file, a role, a unit's state. */
export interface Resource {
  readonly subject: Subject
  /** Only reads. */
  inspect(): Promise<ResourceState>
  /** Called where it is missing or wrong, with what was found right before. */
  apply(found: Unwished): Promise<void>
  /** Whether there is anything to remove, where `inspect` asks somebody who may not answer. */
  isThere?(): Promise<boolean>
  /**
   * Called where it is right or wrong, so never for a stranger's. True where it changed anything. Absent for what
   * is not this tenant's alone, or goes with something else.
   */
  remove?(): Promise<boolean>
}

export type ResourceState =
  | { readonly state: 'missing' }
  | ({ readonly state: 'foreign' } & Stranger)
  | { readonly state: 'wrong'; readonly drift: readonly Drift[] }
  | { readonly state: 'right' }
  /** As wished, but no evidence that Pilot was here: something unwished that is not there. */
  | { readonly state: 'neutral' }

export type Unwished = Extract<ResourceState, { state: 'missing' | 'wrong' }>

export const atPath = (path: string): Subject => ({ kind: 'path', name: path })

export const missing: Unwished = { state: 'missing' }
export const right: ResourceState = { state: 'right' }
export const neutral: ResourceState = { state: 'neutral' }
export const foreign = (kind: Stranger['kind'], name: string): ResourceState => ({
  state: 'foreign',
  kind,
  name,
})

/** Right where nothing differs. */
export const compared = (drift: readonly Drift[]): ResourceState =>
  drift.length === 0 ? right : { state: 'wrong', drift }
