import { explain, outcomes, type Problem } from '@pilot/contract'

// What tRPC writes into an answer, which nobody else needs to know:
// `{ result: { data } }`, or `{ error: { data: { problem } } }` with what its client expects beside it.

/** A problem as tRPC tells an error. The status is that of the problem's outcome unless given. */
export const errorShape = (problem: Problem, status?: number) => {
  const usual = outcomes[problem.code].status
  const httpStatus = status ?? usual
  return {
    message: messageOf(problem),
    code: jsonRpcCode(httpStatus),
    data: { code: trpcCodes[usual], httpStatus, problem },
  }
}

/** The same as a whole body, with the status of its answer. */
export const errorBody = (problem: Problem, status?: number) => {
  const error = errorShape(problem, status)
  return { body: { error }, status: error.data.httpStatus }
}

/** What the parsed body of an answer tells as its problem; undefined where it tells none. */
export const toldIn = (body: unknown): unknown => toldInError(step(body, 'error'))

/** The same of an error as tRPC's client throws it. */
export const toldInError = (error: unknown): unknown => step(step(error, 'data'), 'problem')

/** The value in the parsed body of an answer. */
export const valueIn = (body: unknown): unknown => step(step(body, 'result'), 'data')

export const step = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

const messageOf = (problem: Problem): string =>
  problem.code === 'internal' ? `internal error, reference ${problem.reference}` : explain(problem)

// Clients look only at whether there is a number; the two of JSON-RPC 2.0 (5.1) say whose fault it was.
const jsonRpcCode = (status: number): number => (status < 500 ? -32_600 : -32_603)

const trpcCodes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  412: 'PRECONDITION_FAILED',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<(typeof outcomes)[keyof typeof outcomes]['status'], string>
