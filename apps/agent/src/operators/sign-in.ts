import type { Caller, OperatorService } from '@pilot/api/service'
import { OperatorName, PilotError, type SignedIn, type SignInInput } from '@pilot/contract'
import { audited } from '../audit/audited.ts'
import { beginAttempt, codeClaim, noName } from './locks.ts'
import { openSession } from './open-session.ts'
import type { Passwords } from './passwords.ts'
import { useCode } from './codes.ts'
import { signedIn } from './signed-in.ts'
import type { OperatorParts } from './parts.ts'

export const signInMethods = (
  agent: OperatorParts,
  passwords: Passwords,
): Pick<OperatorService, 'signIn' | 'signOut'> => ({
  signIn: (typed, caller) => {
    // Somebody may type the password into the wrong field: what can be no name is not written down.
    const name = OperatorName.safeParse(typed.name).data ?? noName
    const input = { ...typed, name }
    const actor = name === noName ? 'nobody' : name
    return audited(agent, { action: 'signIn', input, caller, actor }, () =>
      signIn(agent, passwords, input, caller),
    )
  },
  signOut: (_input, caller) =>
    audited(agent, { action: 'signOut', input: {}, caller }, () => {
      agent.store.sessions.revoke(signedIn(caller).id, agent.now().getTime())
      return {}
    }),
})

const signIn = async (
  agent: OperatorParts,
  passwords: Passwords,
  { name, password, code }: SignInInput,
  caller: Caller,
): Promise<SignedIn> => {
  const { store } = agent
  const attempt = beginAttempt(agent, { name, address: caller.address })
  const hash = store.operators.find(name)?.password ?? null
  const verdict = await passwords.verify(password, hash)
  if (verdict === 'wrong') throw new PilotError({ code: 'sign-in-failed' })
  const kept = verdict === 'weak' ? await passwords.hash(password) : hash
  const found = store.operators.find(name)
  // While the password was compared it may have been changed, or the operator removed.
  if (found === undefined || found.password !== hash) throw new PilotError({ code: 'sign-in-failed' })
  if (found.secondFactor !== null && (code ?? '') === '') {
    attempt.withdraw()
    throw new PilotError({ code: 'second-factor-required' })
  }
  const codeAttempt = found.secondFactor === null ? undefined : beginAttempt(agent, codeClaim(name))
  const secondFactor =
    found.secondFactor === null ? null : useCode(found.secondFactor, code ?? '', agent.now())
  const operator = { ...found, password: kept, secondFactor }
  return store.transaction(() => {
    store.operators.put(operator)
    attempt.succeed()
    codeAttempt?.succeed()
    return openSession(agent, operator, caller)
  })
}
