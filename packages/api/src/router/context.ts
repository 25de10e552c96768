import type { IncomingMessage } from 'node:http'
import type { Problem } from '@pilot/contract'
import type { Caller, SignedInOperator } from '../caller.ts'
import { actorHeader, addressHeader } from '../headers.ts'

type SignInReason = Extract<Problem, { code: 'sign-in-required' }>['reason']

/**
 * Whose credential it is, or why it does not count. A `call` is noted as use of the session; a `look` asks only
 * whether it still holds.
 */
export type Authenticate = (credential: string, use: 'call' | 'look') => SignedInOperator | NotSignedIn

export interface NotSignedIn {
  /** `missing` where nobody knows the credential. */
  readonly reason: SignInReason
  /** Whose it was, for the audit. */
  readonly name: string | null
}

/** What every procedure knows of a request. */
export interface Context {
  readonly caller: Caller
  /** Where nobody has signed in: why. */
  readonly signInReason: SignInReason
  /** Asks once more who has signed in: streams outlive sessions. */
  readonly look: () => SignedInOperator | NotSignedIn
  /** True where there is no seat for this call. */
  readonly overloaded: boolean
}

/** On the bridge `authenticate` says who has signed in; on the other sockets the socket says all. */
export const contextOf = (
  request: IncomingMessage,
  source: Caller['source'],
  authenticate: Authenticate,
): Omit<Context, 'overloaded'> => {
  if (source !== 'bridge')
    return {
      caller: { source, actor: actorOf(request, source), address: null, userAgent: null, operator: null },
      signInReason: 'missing',
      look: () => noCredential,
    }
  const credential = /^Bearer ([\x21-\x7e]{1,200})$/.exec(request.headers.authorization ?? '')?.[1]
  const find = (use: 'call' | 'look') =>
    credential === undefined ? noCredential : authenticate(credential, use)
  const found = find('call')
  const operator = 'reason' in found ? null : found
  return {
    caller: {
      source,
      actor: found.name ?? 'nobody',
      address: printable(request.headers[addressHeader], 64),
      userAgent: printable(request.headers['user-agent'], 200),
      operator,
    },
    signInReason: 'reason' in found ? found.reason : 'missing',
    look: () => find('look'),
  }
}

const noCredential: NotSignedIn = { reason: 'missing', name: null }

const actorOf = ({ headers }: IncomingMessage, source: Caller['source']): string =>
  // Only root may name somebody else; on the other sockets a header proves nothing.
  (source === 'root' ? printable(headers[actorHeader], 100) : null) ?? source

const printable = (value: string | string[] | undefined, length: number): string | null =>
  typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) ? value.slice(0, length) : null
