import { PilotError, speak, type InputFault } from '@pilot/contract'

/** The clause, without a full stop, says more of the fault than its own does. */
export const invalid = (field: string, fault: InputFault, clause = speak.inputFault(fault)): PilotError => {
  const error = new PilotError({ code: 'invalid-input', field, fault })
  error.message = `${field} is not valid: ${clause}.`
  return error
}

/** What no fact tells: how a command line is put together. */
export const misused = (field: string, clause: string): PilotError =>
  invalid(field, { code: 'usage', text: clause })
