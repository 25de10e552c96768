import { randomUUID } from 'node:crypto'
import { explain, inputProblem, outcomes, PilotError, type InputFault, type Problem } from '@pilot/contract'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc'

/** What a client hears of an error: the problem and its sentence, never a stack nor a foreign message. */
export const toErrorShape = (error: TRPCError, onUnexpected: (error: unknown, reference: string) => void) => {
  const problem = foreseenProblem(error) ?? unexpectedProblem(error, onUnexpected)
  const code = outcomes[problem.code].trpc
  return {
    message:
      problem.code === 'internal' ? `internal error, reference ${problem.reference}` : explain(problem),
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus: getHTTPStatusCodeFromError(new TRPCError({ code })), problem },
  }
}

const foreseenProblem = (error: TRPCError): Problem | undefined => {
  if (error.cause instanceof PilotError) return error.cause.problem
  const fault = requestFaults[error.code]
  if (fault === undefined) return undefined
  // A schema's error under any other code was thrown inside the service, and is no fault of the input.
  return inputProblem(error.cause) ?? { code: 'invalid-input', field: 'request', fault }
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

const unexpectedProblem = (
  error: TRPCError,
  onUnexpected: (error: unknown, reference: string) => void,
): Problem => {
  const reference = randomUUID().slice(0, 8)
  onUnexpected(error.cause ?? error, reference)
  return { code: 'internal', reference }
}
