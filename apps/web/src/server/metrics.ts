import type { Problem } from '@pilot/contract'
import { findScriptRefusal } from './bridge/refusal.ts'
import { problemResponse } from './problem-response.ts'
import { withAgent } from './with-agent.ts'

/**
 * The newest figures for a Prometheus that has an API token: by that alone, and never by the cookie of a browser, which
 * other sites' pages can make it send.
 */
export const answerMetrics = async (request: Request): Promise<Response> => {
  const refusal = findScriptRefusal(request, 'metrics')
  if (refusal !== undefined) return refusal
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (token === undefined) return unauthorised()
  const metrics = await withAgent(request.headers, token, (agent) => agent.metrics({}))
  if ('problem' in metrics) return problemResponse(metrics.problem)
  return new Response(metrics.value.text, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  })
}

const unauthorised = (): Response => {
  const problem: Problem = { code: 'sign-in-required', reason: 'missing' }
  const answer = problemResponse(problem)
  answer.headers.set('www-authenticate', 'Bearer')
  return answer
}
