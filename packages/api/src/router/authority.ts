import { includesRole, PilotError, type Problem } from '@pilot/contract'
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
  const problem = findProblem(name, procedure, context)
  if (problem === undefined) return
  // Strangers who only look would fill the audit; who has signed in and reaches too far belongs there.
  if (procedure.effect === 'change' || problem.code === 'not-permitted')
    onRefused({ caller: context.caller, action: name, input: await readInput(), result: problem.code })
  throw new PilotError(problem)
}

// The first line that fits counts; what none permits is refused.
const findProblem = (
  action: ProcedureName,
  { sockets, role, sessionOnly }: Procedure,
  { caller: { source, operator }, signInReason }: Context,
): Problem | undefined => {
  if (!sockets.includes(source)) return { code: 'not-permitted', action, need: needOf[source] }
  if (source !== 'bridge') return undefined
  if (role === 'anyone') return undefined
  if (operator === null) return { code: 'sign-in-required', reason: signInReason }
  if (!includesRole(operator.role, role))
    return { code: 'not-permitted', action, need: `it needs the role ${role}` }
  if (sessionOnly === true && operator.credential !== 'session')
    return { code: 'not-permitted', action, need: 'it needs an operator in a browser, not an API token' }
  return undefined
}

const needOf: Record<Caller['source'], string> = {
  root: 'it is not offered',
  bridge: 'it needs root on the machine',
  status: 'it needs root; run it with sudo',
}
