import { visible, type StateReason, type VariantReason } from '@pilot/contract'
import { useFacts } from './use-facts.ts'
import { useProblemText } from './use-problem-text.ts'

interface Reasons {
  /** Why a tenant is in its state. */
  readonly ofState: (reason: StateReason) => string
  /** Why a variant of a comparison was not measured as asked for. */
  readonly ofVariant: (reason: VariantReason) => string
}

/** Says reasons in the reader's language, in whole sentences. */
export const useReasons = (): Reasons => {
  const facts = useFacts()
  const problem = useProblemText()
  return {
    ofState: (reason) =>
      reason.code === 'problem' ? problem(reason.problem).what : visible(facts.stateReason(reason)),
    ofVariant: (reason) =>
      reason.code === 'problem' ? problem(reason.problem).what : visible(facts.variantReason(reason)),
  }
}
