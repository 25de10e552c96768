import type { IncomingMessage } from 'node:http'
import type { Problem } from '@pilot/contract'
import { actorHeader, addressHeader } from '../procedures.ts'
import type { Caller, SignedInOperator } from '../service.ts'

type SignInReason = Extract<Problem, { code: 'sign-in-required' }>['reason']

/** Whose credential it is, or why it does not count. */
export type Authenticate = (credential: string) => SignedInOperator | Exclude<SignInReason, 'missing'>

/** What every procedure knows of a request. */
export interface Context {
  readonly caller: Caller
  /** Where nobody has signed in: why. */
  readonly signInReason: SignInReason
}

/** On the bridge `authenticate` says who has signed in; on the other sockets the socket says all. */
export const contextOf = (
  request: IncomingMessage,
  source: Caller['source'],
  authenticate: Authenticate,
): Context => {
  if (source !== 'bridge')
    return {
      caller: { source, actor: actorOf(request, source), address: null, userAgent: null, operator: null },
      signInReason: 'missing',
    }
  const found = findOperator(request, authenticate)
  const operator = typeof found === 'string' ? null : found
  return {
    caller: {
      source,
      actor: operator?.name ?? 'nobody',
      address: printable(request.headers[addressHeader], 64),
      userAgent: printable(request.headers['user-agent'], 200),
      operator,
    },
    signInReason: typeof found === 'string' ? found : 'missing',
  }
}

const findOperator = (
  { headers }: IncomingMessage,
  authenticate: Authenticate,
): SignedInOperator | SignInReason => {
  const credential = /^Bearer ([\x21-\x7e]{1,200})$/.exec(headers.authorization ?? '')?.[1]
  return credential === undefined ? 'missing' : authenticate(credential)
}

const actorOf = ({ headers }: IncomingMessage, source: Caller['source']): string =>
  // Only root may name somebody else; on the other sockets a header proves nothing.
  (source === 'root' ? printable(headers[actorHeader], 100) : null) ?? source

const printable = (value: string | string[] | undefined, length: number): string | null =>
  typeof value === 'string' && /^[\x20-\x7e]+$/.test(value) ? value.slice(0, length) : null
