import { errorBody } from '@pilot/api/client'
import type { Problem } from '@pilot/contract'

/** A problem as the agent would tell it. The status is that of its outcome unless given. */
export const problemResponse = (problem: Problem, status?: number): Response => {
  const { body, status: told } = errorBody(problem, status)
  return Response.json(body, {
    status: told,
    headers: { 'cache-control': 'no-store', ...(problem.code === 'overloaded' && { 'retry-after': '1' }) },
  })
}
