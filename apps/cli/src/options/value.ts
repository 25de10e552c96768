import { inputProblem, PilotError } from '@pilot/contract'

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
    throw new PilotError(
      problem?.code === 'invalid-input'
        ? { ...problem, field }
        : { code: 'invalid-input', field, fault: { code: 'not-fitting' } },
    )
  }

/** `reason` is one clause without a full stop. */
export const invalid = (field: string, reason: string): PilotError =>
  new PilotError({ code: 'invalid-input', field, fault: { code: 'usage', text: reason } })

/** What is used here of a zod schema. */
interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false; error: unknown }
}
