import { inputProblem, type Problem, type SignedIn } from '@pilot/contract'
import { withAgent, type Loaded } from './with-agent.ts'
import { afterBody, withBody } from './bridge/body.ts'
import { findForeign } from './bridge/refusal.ts'
import { reportForeign } from './bridge/report-foreign.ts'
import { problemResponse } from './problem-response.ts'
import { endedSessionCookie, readSessionCookie, sessionCookie } from './session-cookie.ts'

/** Begins a session by what `act` does with the request's input: the page hears who it is, the cookie has the token. */
export const beginSession = async <Input>(
  request: Request,
  action: string,
  schema: { parse(value: unknown): Input },
  act: (agent: Parameters<Parameters<typeof withAgent>[2]>[0], input: Input) => Promise<SignedIn>,
): Promise<Response> => {
  const foreign = refuseForeign(request, action)
  if (foreign !== undefined) return afterBody(request, foreign)
  const input = await parseBody(request, schema)
  if ('problem' in input) return problemResponse(input.problem)
  const signedIn = await withAgent(request.headers, undefined, (agent) => act(agent, input.value))
  if ('problem' in signedIn) return problemResponse(signedIn.problem)
  const { token, ...told } = signedIn.value
  return Response.json(told, {
    headers: {
      'set-cookie': sessionCookie(request.headers, token, told.expiresAt),
      'cache-control': 'no-store',
    },
  })
}

/** Ends the session. The cookie goes even where the agent does not answer: this browser is signed out. */
export const endSession = async (request: Request): Promise<Response> => {
  const foreign = refuseForeign(request, 'signOut')
  if (foreign !== undefined) return afterBody(request, foreign)
  const ended = await withAgent(request.headers, readSessionCookie(request.headers), (agent) =>
    agent.signOut({}),
  )
  const answer =
    'problem' in ended && ended.problem.code !== 'sign-in-required'
      ? problemResponse(ended.problem)
      : Response.json({}, { headers: { 'cache-control': 'no-store' } })
  answer.headers.set('set-cookie', endedSessionCookie(request.headers))
  return answer
}

/**
 * On the way to the sign-in page: takes the cookie of a session away, but only if that session really holds no
 * longer. Anybody may link here.
 */
export const leaveEndedSession = async (request: Request, next: string): Promise<Response> => {
  const { headers } = request
  const session = readSessionCookie(headers)
  const location = `/sign-in${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`
  const answer = new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
  if (session === undefined) return answer
  const me = await withAgent(headers, session, (agent) => agent.me({}))
  if ('problem' in me && me.problem.code === 'sign-in-required')
    answer.headers.set('set-cookie', endedSessionCookie(headers))
  return answer
}

const refuseForeign = (request: Request, action: string): Response | undefined => {
  const refusal = findForeign(request, action)
  if (refusal !== undefined) reportForeign(request, action)
  return refusal
}

const parseBody = <Input>(
  request: Request,
  schema: { parse(value: unknown): Input },
): Promise<Loaded<Input>> =>
  withBody(request, (body) => {
    if ('problem' in body) return body
    try {
      return { value: schema.parse(JSON.parse(Buffer.from(body.value).toString())) }
    } catch (error) {
      return { problem: inputProblem(error) ?? notJson }
    }
  })

const notJson: Problem = { code: 'invalid-input', field: 'request', fault: { code: 'not-json' } }
