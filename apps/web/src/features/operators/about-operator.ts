import type { Operator } from '@pilot/contract'

export interface AboutOperator {
  readonly operator: Operator
  readonly onClose: () => void
}
