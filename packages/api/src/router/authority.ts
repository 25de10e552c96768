import { PilotError } from '@pilot/contract'
import type { Caller } from '../service.ts'
import type { Procedure, ProcedureName } from '../procedures.ts'

/** A changing call that was refused, for the audit. */
export interface Refusal {
  readonly caller: Caller
  readonly action: ProcedureName
  readonly input: unknown
}

interface Call {
  readonly name: ProcedureName
  readonly procedure: Procedure
  readonly caller: Caller
  readonly readInput: () => Promise<unknown>
  readonly onRefused: (refusal: Refusal) => void
}

/** Passes where the caller's socket stands in the procedure's row; throws `not-permitted` otherwise. */
export const demandAuthority = async (call: Call): Promise<void> => {
  if (call.procedure.sockets.includes(call.caller.source)) return
  if (call.procedure.effect === 'change')
    call.onRefused({ caller: call.caller, action: call.name, input: await call.readInput() })
  throw new PilotError({ code: 'not-permitted', action: call.name, need: needs[call.caller.source] })
}

const needs: Record<Caller['source'], string> = {
  root: 'it is not offered',
  bridge: 'it needs an operator who has signed in',
  status: 'it needs root; run it with sudo',
}
