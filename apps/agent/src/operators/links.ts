import type { Caller, OperatorService } from '@pilot/api/service'
import { PilotError, type OneTimeLink, type SignedIn } from '@pilot/contract'
import type { OperatorRecord } from '../store/index.ts'
import { audited } from '../audit/audited.ts'
import { hashCredential, makeCredential } from './credential.ts'
import { beginAttempt, noName } from './locks.ts'
import { openSession } from './open-session.ts'
import type { Passwords } from './passwords.ts'
import type { OperatorParts } from './parts.ts'

export const linkMethods = (
  agent: OperatorParts,
  passwords: Passwords,
): Pick<OperatorService, 'describeLink' | 'acceptLink'> => ({
  describeLink: async ({ token }, caller) => {
    const found = linkedOperator(agent, token)
    if (found !== undefined) {
      const { operator, expiresAt } = found
      return { operator: operator.name, role: operator.role, expiresAt: new Date(expiresAt).toISOString() }
    }
    // Only a link that fails is worth a line: somebody may be guessing, or has lost one to somebody else.
    return audited(agent, { action: 'describeLink', input: { token }, caller }, () => refuse(agent, caller))
  },
  acceptLink: (input, caller) => {
    const actor = linkedOperator(agent, input.token)?.operator.name ?? caller.actor
    return audited(agent, { action: 'acceptLink', input, caller, actor }, async () => {
      if (linkedOperator(agent, input.token) === undefined) return refuse(agent, caller)
      const password = await passwords.hash(input.password)
      return accept(agent, input.token, password, caller)
    })
  },
})

/** A new link in place of the old one. The record is to be stored by the caller. */
export const makeLink = (
  { now, config }: OperatorParts,
  { name, role }: Pick<OperatorRecord, 'name' | 'role'>,
): { readonly link: NonNullable<OperatorRecord['link']>; readonly told: OneTimeLink } => {
  const { credential, hash } = makeCredential('link')
  const expiresAt = now().getTime() + linkLifetime
  return {
    link: { hash, expiresAt },
    told: {
      operator: name,
      role,
      url: `${config.webUrl}/welcome#${credential}`,
      expiresAt: new Date(expiresAt).toISOString(),
    },
  }
}

/** A day: long enough for the next time zone, too short to be found in an old mail. */
const linkLifetime = 24 * 60 * 60_000

const linkedOperator = ({ store, now }: OperatorParts, token: string) => {
  const operator = store.operators.findByLink(hashCredential(token))
  if (operator?.link == null || operator.link.expiresAt <= now().getTime()) return undefined
  return { operator, expiresAt: operator.link.expiresAt }
}

const refuse = (agent: OperatorParts, caller: Caller): never => {
  beginAttempt(agent, claimOf(caller))
  throw new PilotError({ code: 'link-invalid' })
}

const claimOf = ({ address }: Caller) => ({ name: noName, address })

const accept = (agent: OperatorParts, token: string, password: string, caller: Caller): SignedIn => {
  // While the password was hashed, the same link may have been used by another.
  const operator = linkedOperator(agent, token)?.operator
  if (operator === undefined) return refuse(agent, caller)
  const { store } = agent
  return store.transaction(() => {
    const active = { ...operator, password, link: null, secondFactor: null, pendingSecret: null }
    store.operators.put(active)
    store.sessions.revokeAll(operator.name, agent.now().getTime())
    return openSession(agent, active, caller)
  })
}
