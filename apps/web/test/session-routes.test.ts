import { SignInInput } from '@pilot/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginSession, endSession, leaveEndedSession } from '../src/server/session-routes.ts'
import { browserRequest, problemOf } from './support/requests.ts'
import { answerProblem, answerValue, startStubAgent } from './support/stub-agent.ts'

// The clock stands: what is left of a session is counted in seconds.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

const withAgent = async (...answer: Parameters<typeof startStubAgent>) => {
  const agent = await startStubAgent(...answer)
  vi.stubEnv('PILOT_BRIDGE_SOCKET', agent.socketPath)
  return agent
}

const credentials = JSON.stringify({ name: 'ada', password: 'a long password' })
const signIn = (init: Parameters<typeof browserRequest>[1] = {}): Promise<Response> =>
  beginSession(
    browserRequest('/api/session', {
      body: credentials,
      ...init,
      headers: { cookie: null, ...init.headers },
    }),
    'signIn',
    SignInInput,
    (agent, input) => agent.signIn(input),
  )

const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString()
const signedIn = () => answerValue({ token: 'secret', operator: 'ada', role: 'admin', expiresAt: inAnHour() })
const expired = answerProblem({ code: 'sign-in-required', reason: 'expired' })

describe('signing in', () => {
  it('puts the token into a cookie that scripts cannot read, and never into the answer', async () => {
    await using agent = await withAgent(signedIn())
    const answer = await signIn()
    expect(await answer.text()).not.toContain('secret')
    expect(answer.headers.get('set-cookie')).toBe(
      'pilot-session=secret; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict',
    )
    expect(agent.seen[0]?.headers['x-pilot-address']).toBe('192.0.2.7')
  })

  it('over https sets a cookie that no other host and no plain http can set or see', async () => {
    await using _agent = await withAgent(signedIn())
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://pilot.localhost:8080' }
    const answer = await signIn({ headers })
    expect(answer.headers.get('set-cookie')).toBe(
      '__Host-pilot=secret; Path=/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure',
    )
  })

  it("tells the agent's problem with its status, and sets no cookie", async () => {
    await using _agent = await withAgent(answerProblem({ code: 'sign-in-failed' }))
    const answer = await signIn()
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await problemOf(answer)).toEqual({ status: 401, problem: { code: 'sign-in-failed' } })
  })

  it.each([
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['no origin', { origin: null }, 403],
    ['no origin, with an API token', { origin: null, authorization: 'Bearer t' }, 403],
    ['a foreign host', { host: 'evil.example', origin: 'http://evil.example' }, 421],
  ])('is refused with %s', async (_claim, headers, status) => {
    await using agent = await withAgent(signedIn())
    expect((await signIn({ headers })).status).toBe(status)
    expect(agent.seen).toEqual([])
  })

  it.each([
    ['what is not JSON', 'name=ada'],
    ['what has no password', '{"name":"ada"}'],
    ['more than 1 MB', 'x'.repeat(1024 * 1024 + 1)],
  ])('with %s is invalid input', async (_claim, body) => {
    await using agent = await withAgent(signedIn())
    expect(await problemOf(await signIn({ body }))).toMatchObject({
      status: 400,
      problem: { code: 'invalid-input' },
    })
    expect(agent.seen).toEqual([])
  })
})

describe('signing out', () => {
  const cleared = 'pilot-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict'

  it('ends the session in the agent and takes the cookie away', async () => {
    await using agent = await withAgent(answerValue({}))
    const answer = await endSession(browserRequest('/api/session', { method: 'DELETE' }))
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, cleared])
    expect(agent.seen[0]).toMatchObject({
      url: '/signOut?batch=1',
      headers: { authorization: 'Bearer secret' },
    })
  })

  it('takes the cookie away even where the agent does not answer, and says so', async () => {
    vi.stubEnv('PILOT_BRIDGE_SOCKET', '/nowhere/bridge.sock')
    const answer = await endSession(browserRequest('/api/session', { method: 'DELETE' }))
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([503, cleared])
  })

  it('from a foreign page does nothing', async () => {
    await using agent = await withAgent(answerValue({}))
    const headers = { origin: 'http://evil.example' }
    const answer = await endSession(browserRequest('/api/session', { method: 'DELETE', headers }))
    expect([answer.status, answer.headers.get('set-cookie'), agent.seen]).toEqual([403, null, []])
  })
})

describe('on the way to the sign-in page', () => {
  const leave = (headers: Record<string, string | null> = {}) =>
    leaveEndedSession(browserRequest('/api/session/ended', { method: 'GET', headers }), '/tenants?search=a')

  it('the cookie of a session that has ended goes', async () => {
    await using _agent = await withAgent(expired)
    const answer = await leave()
    expect(answer.headers.get('set-cookie')).toContain('pilot-session=; Path=/; Max-Age=0')
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Ftenants%3Fsearch%3Da')
  })

  it('the cookie of a session that holds stays, whoever linked there', async () => {
    await using _agent = await withAgent(answerValue({ operator: 'ada' }))
    expect((await leave({ origin: null })).headers.get('set-cookie')).toBeNull()
  })

  it('the cookie stays where the agent does not answer', async () => {
    vi.stubEnv('PILOT_BRIDGE_SOCKET', '/nowhere/bridge.sock')
    expect((await leave()).headers.get('set-cookie')).toBeNull()
  })
})
