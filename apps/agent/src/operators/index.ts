import type { Authenticate } from '@pilot/api/router'
import type { OperatorService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

/** Who may sign in, and with what. */
export interface Operators {
  readonly methods: OperatorService
  readonly authenticate: Authenticate
}

export const createOperators = (_agent: Agent): Operators => ({
  methods: {} as OperatorService,
  authenticate: () => 'revoked',
})
