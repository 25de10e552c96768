import type { Authenticate } from '@pilot/api/router'
import { includesRole, type Role } from '@pilot/contract'
import type { SessionRecord, TokenRecord } from '../store/index.ts'
import { hashCredential, isOfKind } from './credential.ts'
import type { OperatorParts } from './parts.ts'

type Answer = ReturnType<Authenticate>

/** Whose session or token it is, by what the store knows at this moment. */
export const authenticate =
  (agent: OperatorParts): Authenticate =>
  (credential, use) => {
    if (isOfKind('session', credential)) return bySession(agent, hashCredential(credential), use)
    if (isOfKind('token', credential)) return byToken(agent, hashCredential(credential), use)
    return unknown
  }

// Told like no credential at all: it was never one, or ended so long ago that nobody remembers.
const unknown: Answer = { reason: 'missing', name: null }

type Use = Parameters<Authenticate>[1]

const bySession = (agent: OperatorParts, hash: string, use: Use): Answer => {
  const { store, now, config } = agent
  const session = store.sessions.findByHash(hash)
  if (session === undefined) return unknown
  const name = session.operator
  const time = now().getTime()
  if (session.revokedAt !== null) return { reason: 'revoked', name }
  if (sessionEnd(agent, session) <= time) return { reason: 'expired', name }
  const operator = store.operators.find(name)
  if (operator === undefined) return { reason: 'revoked', name }
  if (use === 'call' && time - session.lastSeenAt >= noteAfter(config.sessionIdle)) {
    store.transaction(() => {
      store.sessions.seen(session.id, time)
      store.operators.seen(name, time)
    })
  }
  return { name, role: operator.role, credential: 'session', id: session.id }
}

/** When the session ends if it is not used from now on, in milliseconds since 1970. */
export const sessionEnd = ({ config }: OperatorParts, { lastSeenAt, expiresAt }: SessionRecord): number =>
  Math.min(expiresAt, lastSeenAt + config.sessionIdle)

const byToken = ({ store, now }: OperatorParts, hash: string, use: Use): Answer => {
  const token = store.tokens.findByHash(hash)
  if (token === undefined) return unknown
  const name = token.operator
  const time = now().getTime()
  if (token.revokedAt !== null) return { reason: 'revoked', name }
  if (token.expiresAt <= time) return { reason: 'expired', name }
  const operator = store.operators.find(name)
  if (operator === undefined) return { reason: 'revoked', name }
  if (use === 'call' && time - (token.lastUsedAt ?? 0) >= minute) {
    store.transaction(() => {
      store.tokens.used(token.id, time)
      store.operators.seen(name, time)
    })
  }
  return { name, role: tokenRole(token, operator.role), credential: 'token', id: token.id }
}

/** A token never outgrows the operator who made it. */
const tokenRole = (token: TokenRecord, present: Role): Role =>
  includesRole(present, token.role) ? token.role : present

// A write is a sync of the disk, so the last use is noted only so often; with a short idle time more often.
const minute = 60_000
const noteAfter = (idle: number): number => Math.min(minute, idle / 10)
