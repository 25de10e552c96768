import { z } from 'zod'
import type { Problem } from './problem.ts'

/**
 * The problem of an input that its schema refused: its first fault, by the name of the field. undefined where
 * the error is not a schema's.
 */
export const inputProblem = (error: unknown): Problem | undefined => {
  if (!(error instanceof z.ZodError)) return undefined
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  return { code: 'invalid-input', field: field === '' ? 'input' : field, reason: reasonOf(issue) }
}

// zod writes whole sentences with a capital; a reason is a clause that stands after a colon.
const reasonOf = (issue: z.core.$ZodIssue | undefined): string => {
  if (issue === undefined) return 'it does not fit'
  if (
    issue.code === 'invalid_type' &&
    issue.input === undefined &&
    issue.message.endsWith('received undefined')
  )
    return 'it is missing'
  const message = issue.message.replace(/^Invalid (input|option): /, '').replace(/\.$/, '')
  return message.charAt(0).toLowerCase() + message.slice(1)
}
