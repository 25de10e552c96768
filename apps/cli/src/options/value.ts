import { inputProblem, PilotError, speak, type InputFault } from '@pilot/contract'

/**
 * A parser for commander that holds a flag's text against its schema.
 * @throws PilotError `invalid-input` that names the flag
 */
export const parsed =
  <Value>(field: string, schema: Schema<Value>) =>
  (value: unknown): Value => {
    const result = schema.safeParse(value)
    if (result.success) return result.data
    const problem = inputProblem(result.error)
    throw invalid(field, problem?.code === 'invalid-input' ? problem.fault : { code: 'not-fitting' })
  }

/** The clause, without a full stop, says more of the fault than its own does. */
export const invalid = (field: string, fault: InputFault, clause = speak.inputFault(fault)): PilotError => {
  const error = new PilotError({ code: 'invalid-input', field, fault })
  error.message = `${field} is not valid: ${clause}.`
  return error
}

/** What no fact tells: how a command line is put together. */
export const misused = (field: string, clause: string): PilotError =>
  invalid(field, { code: 'usage', text: clause })

/** What is used here of a zod schema. */
export interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false; error: unknown }
}
