import type { Caller } from '@pilot/api/service'
import type { SignedIn } from '@pilot/contract'
import type { OperatorRecord } from '../store/index.ts'
import { makeCredential, makeId } from './credential.ts'
import type { OperatorParts } from './parts.ts'

/** A new session for who has proved to be the operator. */
export const openSession = (
  { store, now, config }: OperatorParts,
  { name, role }: OperatorRecord,
  { address, userAgent }: Caller,
): SignedIn => {
  const time = now().getTime()
  const expiresAt = time + config.sessionMax
  const { credential, hash } = makeCredential('session')
  store.transaction(() => {
    store.sessions.prune(time - rememberEnded)
    store.tokens.prune(time - rememberEnded)
    store.sessions.add({
      id: makeId(),
      hash,
      operator: name,
      createdAt: time,
      lastSeenAt: time,
      expiresAt,
      address,
      userAgent,
      revokedAt: null,
    })
    store.operators.seen(name, time)
  })
  return { token: credential, operator: name, role, expiresAt: new Date(expiresAt).toISOString() }
}

// For so long a browser that comes back is told whether its session ended by itself or by somebody.
const rememberEnded = 7 * 24 * 60 * 60_000
