import { z } from 'zod'
import type { InputFault } from './facts/input-fault.ts'
import type { Problem } from './problem.ts'

// What is missing and what is of another type are one code to zod, and once an issue is told the value is gone: the
// message, which nobody reads, keeps it.
z.config({
  customError: ({ code, input }) => (code === 'invalid_type' && input === undefined ? 'missing' : undefined),
})

/**
 * The problem of an input that its schema refused: its first fault, by the name of the field. undefined where
 * the error is not a schema's.
 */
export const inputProblem = (error: unknown): Problem | undefined => {
  if (!(error instanceof z.ZodError)) return undefined
  const [issue] = error.issues
  const field = issue?.path.map(String).join('.') ?? ''
  return { code: 'invalid-input', field: field === '' ? 'input' : field, fault: inputFaultOf(issue) }
}

/** What zod found, as a fact: the one that our own check names, else the one of zod's code. */
export const inputFaultOf = (issue: ZodIssue | undefined): InputFault => {
  if (issue === undefined) return { code: 'not-fitting' }
  switch (issue.code) {
    case 'custom':
      // As faulty.ts has put it there.
      return (issue.params?.['fault'] as InputFault | undefined) ?? { code: 'not-fitting' }
    case 'invalid_type':
      return typeFaultOf(issue)
    case 'too_small':
      return smallFaultOf(issue.origin, Number(issue.minimum))
    case 'too_big':
      return largeFaultOf(issue.origin, Number(issue.maximum))
    case 'invalid_value':
      return { code: 'none-of', options: issue.values.map(String) }
    case 'invalid_key':
      return inputFaultOf(issue.issues[0])
    default:
      return { code: 'not-fitting' }
  }
}

/** As it is told, or as a schema's `error` gets it. */
type ZodIssue = z.core.$ZodIssue | z.core.$ZodRawIssue

const typeFaultOf = ({
  expected,
  message,
  input,
}: Pick<z.core.$ZodIssueInvalidType, 'expected' | 'input'> & {
  message?: string | undefined
}): InputFault => {
  if (message === 'missing') return { code: 'missing' }
  if (expected === 'int') return { code: 'not-whole' }
  if (expected === 'number') return { code: 'not-number' }
  return input === undefined && message === undefined ? { code: 'missing' } : { code: 'wrong-type', expected }
}

const smallFaultOf = (origin: string, least: number): InputFault => {
  if (origin === 'string') return { code: 'text-short', least }
  return origin === 'array' ? { code: 'list-short', least } : { code: 'number-small', least }
}

const largeFaultOf = (origin: string, most: number): InputFault => {
  if (origin === 'string') return { code: 'text-long', most }
  return origin === 'array' ? { code: 'list-long', most } : { code: 'number-large', most }
}
