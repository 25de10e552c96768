import { includesRole, PilotError, type Need, type Problem } from '@pilot/contract'
import type { Procedure, ProcedureName } from '../procedures.ts'
import type { Caller } from '../service.ts'
import type { Context } from './context.ts'

/** A call that was refused, for the audit. */
export interface Refusal {
  readonly caller: Caller
  readonly action: ProcedureName
  readonly input: unknown
  readonly result: Problem['code']
}

interface Call {
  readonly name: ProcedureName
  readonly procedure: Procedure
  readonly context: Context
  readonly readInput: () => Promise<unknown>
  readonly onRefused: (refusal: Refusal) => void
}

/** Passes where socket, session and role suffice for the procedure's row; throws the problem otherwise. */
export const demandAuthority = async ({
  name,
  procedure,
  context,
  readInput,
  onRefused,
}: Call): Promise<void> => {
  const problem = findRefusal(name, procedure, context)
  if (problem === undefined) return
  if (isWorthALine(problem, procedure))
    onRefused({ caller: context.caller, action: name, input: await readInput(), result: problem.code })
  throw new PilotError(problem)
}

// Strangers could fill the audit; who reaches too far, or changes something after the session's end, belongs there.
const isWorthALine = (problem: Problem, { effect }: Procedure): boolean =>
  problem.code === 'sign-in-required'
    ? problem.reason !== 'missing' && effect === 'change'
    : problem.code === 'not-permitted'

/** Why this call is refused; undefined where it is permitted. The first line that fits counts. */
export const findRefusal = (
  method: ProcedureName,
  { sockets, role, sessionOnly }: Procedure,
  { caller: { source, operator }, signInReason }: Pick<Context, 'caller' | 'signInReason'>,
): Problem | undefined => {
  if (!sockets.includes(source)) return refuse(method, needOf[source])
  if (source !== 'bridge') return undefined
  if (role === 'anyone') return undefined
  if (operator === null) return { code: 'sign-in-required', reason: signInReason }
  if (!includesRole(operator.role, role)) return refuse(method, { code: 'role', role })
  if (sessionOnly === true && operator.credential !== 'session') return refuse(method, { code: 'browser' })
  return undefined
}

const refuse = (method: ProcedureName, need: Need): Problem => ({
  code: 'not-permitted',
  action: { code: 'call', method },
  need,
})

const needOf: Record<Caller['source'], Need> = {
  root: { code: 'not-offered' },
  bridge: { code: 'root-on-machine' },
  status: { code: 'root' },
}
