import { hostname } from 'node:os'
import type { Caller, OperatorService } from '@pilot/api/service'
import { PilotError, type Me } from '@pilot/contract'
import type { OperatorRecord } from '../store/index.ts'
import { audited } from '../audit/audited.ts'
import { sessionEnd } from './authenticate.ts'
import { beginAttempt } from './locks.ts'
import type { Passwords } from './passwords.ts'
import { ownRecord, signedIn } from './signed-in.ts'
import type { OperatorParts } from './parts.ts'

/** What operators do with their own account. */
export const ownMethods = (
  agent: OperatorParts,
  passwords: Passwords,
): Pick<OperatorService, 'me' | 'changePassword'> => ({
  me: async (_input, caller) => describe(agent, caller),
  changePassword: (input, caller) =>
    audited(agent, { action: 'changePassword', input, caller }, async () => {
      const proved = await provePassword(agent, passwords, input.current, caller)
      const password = await passwords.hash(input.password)
      const operator = ownRecord(agent, caller)
      // While the new one was hashed, the operator may have been reset.
      if (operator.password !== proved) throw new PilotError({ code: 'sign-in-failed' })
      agent.store.transaction(() => {
        agent.store.operators.put({ ...operator, password })
        agent.store.sessions.revokeAll(operator.name, agent.now().getTime(), signedIn(caller).id)
      })
      return {}
    }),
})

/**
 * Who holds a session must still know the password for what would keep the session's thief in. Answers the hash that
 * it fits.
 * @throws PilotError `sign-in-failed`, `locked-out`
 */
export const provePassword = async (
  agent: OperatorParts,
  passwords: Passwords,
  password: string,
  caller: Caller,
): Promise<string | null> => {
  const operator = ownRecord(agent, caller)
  const attempt = beginAttempt(agent, { name: operator.name, address: caller.address })
  if ((await passwords.verify(password, operator.password)) === 'wrong')
    throw new PilotError({ code: 'sign-in-failed' })
  attempt.succeed()
  return operator.password
}

const describe = (agent: OperatorParts, caller: Caller): Me => {
  const { name, role, credential } = signedIn(caller)
  const { secondFactor } = ownRecord(agent, caller)
  return {
    operator: name,
    role,
    credential,
    expiresAt: new Date(endOf(agent, caller)).toISOString(),
    secondFactor: secondFactor !== null,
    recoveryCodesLeft: recoveryCodesOf(secondFactor),
    simulated: agent.simulated,
    hostname: hostname(),
  }
}

const recoveryCodesOf = (secondFactor: OperatorRecord['secondFactor']): number =>
  secondFactor?.recoveryHashes.length ?? 0

const endOf = (agent: OperatorParts, caller: Caller): number => {
  const { credential, id } = signedIn(caller)
  if (credential === 'token') return agent.store.tokens.find(id)?.expiresAt ?? 0
  const session = agent.store.sessions.find(id)
  return session === undefined ? 0 : sessionEnd(agent, session)
}
