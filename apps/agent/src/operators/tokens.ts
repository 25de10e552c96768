import type { OperatorService } from '@pilot/api/service'
import { includesRole, PilotError, type ApiToken } from '@pilot/contract'
import type { TokenRecord } from '../store/index.ts'
import { audited } from '../audit/audited.ts'
import { makeCredential, makeId } from './credential.ts'
import { demandOwner, ownerOf } from './sessions.ts'
import { signedIn } from './signed-in.ts'
import type { OperatorParts } from './parts.ts'

export const tokenMethods = (
  agent: OperatorParts,
): Pick<OperatorService, 'tokens' | 'addToken' | 'revokeToken'> => {
  const { tokens } = agent.store
  const holds = ({ revokedAt, expiresAt }: TokenRecord): boolean =>
    revokedAt === null && expiresAt > agent.now().getTime()
  return {
    tokens: async (query, caller) =>
      tokens
        .list(ownerOf('tokens', query, caller))
        .filter(holds)
        .map(toToken),
    addToken: (input, caller) =>
      audited(agent, { action: 'addToken', input, caller }, () => {
        const { name, role } = signedIn(caller)
        if (!includesRole(role, input.role))
          throw new PilotError({
            code: 'not-permitted',
            action: { code: 'call', method: 'addToken' },
            need: { code: 'role-of-token', role: input.role },
          })
        const { credential, hash } = makeCredential('token')
        const createdAt = agent.now().getTime()
        const token: TokenRecord = {
          id: makeId(),
          operator: name,
          title: input.title,
          role: input.role,
          createdAt,
          lastUsedAt: null,
          expiresAt: createdAt + input.days * day,
          revokedAt: null,
        }
        tokens.add({ ...token, hash })
        return { ...toToken(token), token: credential }
      }),
    revokeToken: (input, caller) =>
      audited(agent, { action: 'revokeToken', input, caller }, () => {
        const token = tokens.find(input.id)
        if (token === undefined || !holds(token))
          throw new PilotError({ code: 'not-found', what: { code: 'token' } })
        demandOwner('revokeToken', token.operator, caller)
        tokens.revoke(token.id, agent.now().getTime())
        return {}
      }),
  }
}

const day = 24 * 60 * 60_000

const toToken = ({ id, operator, title, role, createdAt, lastUsedAt, expiresAt }: TokenRecord): ApiToken => ({
  id,
  operator,
  title,
  role,
  createdAt: new Date(createdAt).toISOString(),
  lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
  expiresAt: new Date(expiresAt).toISOString(),
})
