import type { Caller, OperatorService } from '@pilot/api/service'
import { PilotError, type Session, type SessionsQuery } from '@pilot/contract'
import type { SessionRecord } from '../store/index.ts'
import { audited } from '../audit/audited.ts'
import { sessionEnd } from './authenticate.ts'
import { managesOthers } from './signed-in.ts'
import type { OperatorParts } from './parts.ts'

export const sessionMethods = (agent: OperatorParts): Pick<OperatorService, 'sessions' | 'revokeSession'> => {
  const { sessions } = agent.store
  const holds = (session: SessionRecord): boolean =>
    session.revokedAt === null && sessionEnd(agent, session) > agent.now().getTime()
  return {
    sessions: async (query, caller) =>
      sessions
        .list(ownerOf('sessions', query, caller))
        .filter(holds)
        .map((session) => toSession(session, caller)),
    revokeSession: (input, caller) =>
      audited(agent, { action: 'revokeSession', input, caller }, () => {
        const session = sessions.find(input.id)
        if (session === undefined || !holds(session))
          throw new PilotError({ code: 'not-found', what: { code: 'session' } })
        demandOwner('revokeSession', session.operator, caller)
        sessions.revoke(session.id, agent.now().getTime())
        return {}
      }),
  }
}

/**
 * Whose are asked for; undefined for all.
 * @throws PilotError `not-permitted` where they are another's and the caller is neither root nor admin
 */
export const ownerOf = (
  method: string,
  { operator, all }: SessionsQuery,
  caller: Caller,
): string | undefined => {
  const wanted = all ? undefined : (operator ?? caller.operator?.name)
  if (wanted === undefined || wanted !== caller.operator?.name) demandManager(method, caller)
  return wanted
}

/** @throws PilotError `not-permitted` where it is another's and the caller is neither root nor admin */
export const demandOwner = (method: string, owner: string, caller: Caller): void => {
  if (owner !== caller.operator?.name) demandManager(method, caller)
}

const demandManager = (method: string, caller: Caller): void => {
  if (managesOthers(caller)) return
  throw new PilotError({
    code: 'not-permitted',
    action: { code: 'call', method },
    need: { code: 'role-for-others', role: 'admin' },
  })
}

const toSession = (session: SessionRecord, { operator }: Caller): Session => ({
  id: session.id,
  operator: session.operator,
  createdAt: new Date(session.createdAt).toISOString(),
  lastSeenAt: new Date(session.lastSeenAt).toISOString(),
  expiresAt: new Date(session.expiresAt).toISOString(),
  address: session.address,
  userAgent: session.userAgent,
  current: operator?.credential === 'session' && operator.id === session.id,
})
