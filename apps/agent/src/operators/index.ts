import type { OperatorService } from '@pilot/api/service'
import { linkMethods } from './links.ts'
import { manageMethods } from './manage.ts'
import { ownMethods } from './own.ts'
import type { OperatorParts } from './parts.ts'
import { createPasswords } from './passwords.ts'
import { reportForeign } from './report-foreign.ts'
import { secondFactorMethods } from './second-factor.ts'
import { sessionMethods } from './sessions.ts'
import { signInMethods } from './sign-in.ts'
import { tokenMethods } from './tokens.ts'

export { authenticate } from './authenticate.ts'

export const operatorMethods = (agent: OperatorParts): OperatorService => {
  const passwords = createPasswords()
  return {
    ...signInMethods(agent, passwords),
    ...linkMethods(agent, passwords),
    ...ownMethods(agent, passwords),
    ...secondFactorMethods(agent, passwords),
    ...manageMethods(agent),
    ...sessionMethods(agent),
    ...tokenMethods(agent),
    reportForeign: reportForeign(agent),
  }
}
