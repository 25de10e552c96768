import type { Caller, SignedInOperator } from '@pilot/api/service'
import { PilotError } from '@pilot/contract'
import type { OperatorRecord } from '../store/index.ts'
import type { OperatorParts } from './parts.ts'

/** Who has signed in; the table of procedures lets nobody else get here. */
export const signedIn = ({ operator }: Caller): SignedInOperator => {
  if (operator === null) throw new PilotError({ code: 'sign-in-required', reason: 'missing' })
  return operator
}

/** The caller's own record. */
export const ownRecord = ({ store }: OperatorParts, caller: Caller): OperatorRecord => {
  const record = store.operators.find(signedIn(caller).name)
  if (record === undefined) throw new PilotError({ code: 'sign-in-required', reason: 'revoked' })
  return record
}

/** True for root, and for an admin on the bridge. */
export const managesOthers = ({ source, operator }: Caller): boolean =>
  source === 'root' || operator?.role === 'admin'
