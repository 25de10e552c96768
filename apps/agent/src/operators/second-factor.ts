import { hostname } from 'node:os'
import type { OperatorService } from '@pilot/api/service'
import { PilotError } from '@pilot/contract'
import { audited } from '../audit/audited.ts'
import { findStep, makeRecoveryCodes, makeSecret, uriOf } from './codes.ts'
import { provePassword } from './own.ts'
import type { Passwords } from './passwords.ts'
import { ownRecord } from './signed-in.ts'
import type { OperatorParts } from './parts.ts'

type Methods = Pick<OperatorService, 'startSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'>

export const secondFactorMethods = (agent: OperatorParts, passwords: Passwords): Methods => {
  const { operators } = agent.store
  return {
    startSecondFactor: (_input, caller) =>
      audited(agent, { action: 'startSecondFactor', input: {}, caller }, () => {
        const operator = ownRecord(agent, caller)
        // Else who finds a browser open could put an own authenticator in place of the operator's.
        if (operator.secondFactor !== null)
          throw new PilotError({
            code: 'not-permitted',
            action: { code: 'call', method: 'startSecondFactor' },
            need: { code: 'second-factor-removed' },
          })
        const secret = makeSecret()
        operators.put({ ...operator, pendingSecret: secret })
        return { secret, uri: uriOf(secret, `${operator.name}@${hostname()}`) }
      }),
    confirmSecondFactor: (input, caller) =>
      audited(agent, { action: 'confirmSecondFactor', input, caller }, () => {
        const operator = ownRecord(agent, caller)
        const secret = operator.pendingSecret
        const code = input.code.replace(/\s/g, '')
        const lastStep = secret === null ? undefined : findStep(secret, code, agent.now())
        if (secret === null || lastStep === undefined)
          throw new PilotError({
            code: 'invalid-input',
            field: 'code',
            fault: { code: 'wrong-code' },
          })
        const { codes, hashes } = makeRecoveryCodes()
        operators.put({
          ...operator,
          pendingSecret: null,
          secondFactor: { secret, lastStep, recoveryHashes: hashes },
        })
        return { recoveryCodes: codes }
      }),
    removeSecondFactor: (input, caller) =>
      audited(agent, { action: 'removeSecondFactor', input, caller }, async () => {
        await provePassword(agent, passwords, input.password, caller)
        operators.put({ ...ownRecord(agent, caller), secondFactor: null, pendingSecret: null })
        return {}
      }),
  }
}
