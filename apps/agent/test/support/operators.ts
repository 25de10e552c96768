import type { Caller, SignedInOperator } from '@pilot/api/service'
import { AuditQuery, OperatorName, type AuditEntry, type Role, type SignedIn } from '@pilot/contract'
import { root, type Trial } from './agent.ts'

export const password = 'correct horse battery'

/** A browser behind the bridge, in which nobody has signed in. */
export const stranger: Caller = {
  source: 'bridge',
  actor: 'nobody',
  address: '192.0.2.1',
  userAgent: 'Firefox',
  operator: null,
}

/** The token of a new operator's one-time link. */
export const invite = async ({ service }: Trial, name: string, role: Role): Promise<string> =>
  tokenOf(await service.addOperator({ name: OperatorName.parse(name), role }, root))

export const tokenOf = ({ url }: { readonly url: string }): string => new URL(url).hash.slice(1)

/** A new operator who has set the password and signed in. */
export const join = async (trial: Trial, name: string, role: Role): Promise<SignedIn> =>
  trial.service.acceptLink({ token: await invite(trial, name, role), password }, stranger)

/** The caller whom the agent sees behind a credential; throws where it does not hold. */
export const callerOf = (trial: Trial, credential: string): Caller => {
  const operator = trial.authenticate(credential, 'call')
  if ('reason' in operator) throw new Error(`the credential is ${operator.reason}`)
  return asOperator(operator)
}

/** A new operator, as a caller with a session. */
export const joinAs = async (trial: Trial, name: string, role: Role): Promise<Caller> =>
  callerOf(trial, (await join(trial, name, role)).token)

export const signIn = ({ service }: Trial, name: string, typed: object = {}, address = '192.0.2.1') =>
  service.signIn({ name, password, ...typed }, { ...stranger, address })

/** The newest lines of the audit, newest first, as `actor action result`. */
export const lastLines = (trial: Trial, count: number): string[] =>
  auditOf(trial, { limit: count }).map(({ actor, action, result }) => `${actor} ${action} ${result}`)

export const auditOf = ({ store }: Trial, query: object = {}): readonly AuditEntry[] =>
  store.audit.list(AuditQuery.parse(query))

/** A clock that stands until it is set. */
export const createClock = () => {
  let time = Date.parse('2026-01-31T12:00:00Z')
  return { now: () => new Date(time), pass: (milliseconds: number) => void (time += milliseconds) }
}

export const seconds = 1000
export const minutes = 60 * seconds
export const hours = 60 * minutes

const asOperator = (operator: SignedInOperator): Caller => ({ ...stranger, actor: operator.name, operator })
