import { inputProblem } from '@pilot/contract'
import { invalid } from './invalid.ts'

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

/** What is used here of a zod schema. */
export interface Schema<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false; error: unknown }
}
