import { includesRole, PilotError, type Need, type Problem } from '@pilot/contract'
import type { Caller } from '../caller.ts'
import type { AnyMethod } from '../method.ts'
import type { Context } from './context.ts'

/** A call that was refused, for the audit. */
export interface Refusal {
  readonly caller: Caller
  readonly action: string
  readonly input: unknown
  readonly result: Problem['code']
}

interface Call {
  readonly name: string
  readonly method: AnyMethod
  readonly context: Context
  readonly readInput: () => Promise<unknown>
  readonly onRefused: (refusal: Refusal) => void
}

/** Passes where socket, session and role suffice for the method's row; throws the problem otherwise. */
export const demandAuthority = async ({
  name,
  method,
  context,
  readInput,
  onRefused,
}: Call): Promise<void> => {
  const problem = findRefusal(name, method, context)
  if (problem !== undefined) {
    if (isWorthALine(problem, method))
      onRefused({ caller: context.caller, action: name, input: await readInput(), result: problem.code })
    throw new PilotError(problem)
  }
  if (context.overloaded) throw new PilotError({ code: 'overloaded' })
}

// Strangers could fill the audit; who reaches too far, or changes something after the session's end, belongs there.
const isWorthALine = (problem: Problem, { effect }: AnyMethod): boolean =>
  problem.code === 'sign-in-required'
    ? problem.reason !== 'missing' && effect === 'change'
    : problem.code === 'not-permitted'

/** Why this call is refused; undefined where it is permitted. The first line that fits counts. */
export const findRefusal = (
  method: string,
  { sockets, role, sessionOnly }: AnyMethod,
  { caller: { source, operator }, signInReason }: Pick<Context, 'caller' | 'signInReason'>,
): Problem | undefined => {
  if (!sockets.includes(source)) return refuse(method, needOf[source])
  if (source !== 'bridge') return undefined
  // Whether the signature fits is seen when the body is there.
  if (role === 'anyone' || role === 'signature') return undefined
  if (operator === null) return { code: 'sign-in-required', reason: signInReason }
  if (!includesRole(operator.role, role)) return refuse(method, { code: 'role', role })
  if (sessionOnly === true && operator.credential !== 'session') return refuse(method, { code: 'browser' })
  return undefined
}

export const refuse = (method: string, need: Need): Problem => ({
  code: 'not-permitted',
  action: { code: 'call', method },
  need,
})

const needOf: Record<Caller['source'], Need> = {
  root: { code: 'not-offered' },
  bridge: { code: 'root-on-machine' },
  status: { code: 'root' },
}
