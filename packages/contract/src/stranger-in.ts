import type { Stranger } from './facts/stranger.ts'
import type { PlannedStep } from './operation.ts'

/** What stands in the way of a plan that makes or changes something: the command would refuse before its first step. */
export const strangerIn = (plan: readonly PlannedStep[]): Stranger | undefined =>
  plan
    .filter(({ action }) => action === 'foreign')
    .flatMap(({ details }) => details)
    .find((detail) => detail.code === 'foreign')
