import { randomUUID } from 'node:crypto'
import { inputProblem, PilotError, type InputFault, type Problem } from '@pilot/contract'
import type { TRPCError } from '@trpc/server'

/** Told of an error that nobody foresaw: the client hears only the reference. */
export type OnUnexpected = (error: unknown, reference: string) => void

/** What a client hears of an error of tRPC's, never a stack nor a foreign message. */
export const problemOfRequest = (error: TRPCError, onUnexpected: OnUnexpected): Problem => {
  if (error.cause instanceof PilotError) return error.cause.problem
  const fault = requestFaults[error.code]
  if (fault === undefined) return problemOf(error.cause ?? error, onUnexpected)
  // A schema's error under any other code was thrown inside the service, and is no fault of the input.
  return inputProblem(error.cause) ?? { code: 'invalid-input', field: 'request', fault }
}

/** The same of whatever a method threw. */
export const problemOf = (error: unknown, onUnexpected: OnUnexpected): Problem => {
  if (error instanceof PilotError) return error.problem
  const reference = randomUUID().slice(0, 8)
  onUnexpected(error, reference)
  return { code: 'internal', reference }
}

// Faults that tRPC itself finds in a request before any procedure runs.
const requestFaults: Partial<Record<TRPCError['code'], InputFault>> = {
  PARSE_ERROR: { code: 'not-json' },
  BAD_REQUEST: { code: 'not-readable' },
  NOT_FOUND: { code: 'no-procedure' },
  METHOD_NOT_SUPPORTED: { code: 'not-post' },
  PAYLOAD_TOO_LARGE: { code: 'too-large', most: 1_000_000 },
  UNSUPPORTED_MEDIA_TYPE: { code: 'not-json-stream' },
}
