import type { Authenticate } from '@pilot/api/router'
import type { OperatorService } from '@pilot/api/service'
import { authenticate } from './authenticate.ts'
import { linkMethods } from './links.ts'
import { manageMethods } from './manage.ts'
import { ownMethods } from './own.ts'
import { createPasswords } from './passwords.ts'
import { reportForeign } from './report-foreign.ts'
import { secondFactorMethods } from './second-factor.ts'
import { sessionMethods } from './sessions.ts'
import { signInMethods } from './sign-in.ts'
import { tokenMethods } from './tokens.ts'
import type { OperatorParts } from './parts.ts'

/** Who may sign in, and with what. */
export interface Operators {
  readonly methods: OperatorService
  readonly authenticate: Authenticate
}

export const createOperators = (agent: OperatorParts): Operators => {
  const passwords = createPasswords()
  return {
    methods: {
      ...signInMethods(agent, passwords),
      ...linkMethods(agent, passwords),
      ...ownMethods(agent, passwords),
      ...secondFactorMethods(agent, passwords),
      ...manageMethods(agent),
      ...sessionMethods(agent),
      ...tokenMethods(agent),
      reportForeign: reportForeign(agent),
    },
    authenticate: (credential, use) => authenticate(agent, credential, use),
  }
}
