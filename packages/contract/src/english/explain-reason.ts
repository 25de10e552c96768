import { explain } from '../explain.ts'
import type { StateReason } from '../facts/state-reason.ts'
import type { VariantReason } from '../facts/variant-reason.ts'
import { speak } from './index.ts'

/** Why a tenant is in its state, in whole sentences. */
export const explainState = (reason: StateReason): string =>
  reason.code === 'problem' ? explain(reason.problem) : speak.stateReason(reason)

/** Why a variant of a comparison was not measured as asked for, in whole sentences. */
export const explainVariant = (reason: VariantReason): string =>
  reason.code === 'problem' ? explain(reason.problem) : speak.variantReason(reason)
