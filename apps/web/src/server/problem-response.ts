import { explain, outcomes, type Problem } from '@pilot/contract'

/** A problem in tRPC's shape of an error, as the agent would tell it. The status is that of its outcome unless given. */
export const problemResponse = (problem: Problem, status?: number): Response => {
  const code = outcomes[problem.code].trpc
  const httpStatus = status ?? statuses[code]
  return Response.json(
    {
      error: {
        message: explain(problem),
        code: jsonRpcCode(httpStatus),
        data: { code, httpStatus, problem },
      },
    },
    {
      status: httpStatus,
      headers: { 'cache-control': 'no-store', ...(problem.code === 'overloaded' && { 'retry-after': '1' }) },
    },
  )
}

type OutcomeCode = (typeof outcomes)[keyof typeof outcomes]['trpc']

const statuses: Record<OutcomeCode, number> = {
  INTERNAL_SERVER_ERROR: 500,
  BAD_REQUEST: 400,
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHORIZED: 401,
  TOO_MANY_REQUESTS: 429,
  CONFLICT: 409,
  SERVICE_UNAVAILABLE: 503,
  PRECONDITION_FAILED: 412,
}

// The client looks only at whether there is a number; the two of JSON-RPC 2.0 (5.1) say whose fault it was.
const jsonRpcCode = (status: number): number => (status < 500 ? -32_600 : -32_603)
