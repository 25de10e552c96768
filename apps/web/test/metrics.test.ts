import { afterEach, describe, expect, it, vi } from 'vitest'
import { answerMetrics } from '../src/server/metrics.ts'
import { problemOf } from './support/requests.ts'
import { answerProblem, answerValue, startStubAgent } from './support/stub-agent.ts'

afterEach(() => vi.unstubAllEnvs())

const ask = (headers: Record<string, string>): Promise<Response> =>
  answerMetrics(
    new Request('http://pilot.localhost/api/metrics', { headers: { host: 'pilot.localhost', ...headers } }),
  )

const withAgent = async (...answer: Parameters<typeof startStubAgent>) => {
  const agent = await startStubAgent(...answer)
  vi.stubEnv('PILOT_BRIDGE_SOCKET', agent.socketPath)
  return agent
}

describe('GET /api/metrics', () => {
  it('gives the text to whoever has a token', async () => {
    await using agent = await withAgent(answerValue({ text: 'pilot_tenants 3\n' }))
    const answer = await ask({ authorization: 'Bearer pilot_t_secret' })
    expect(await answer.text()).toBe('pilot_tenants 3\n')
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(agent.seen[0]?.headers.authorization).toBe('Bearer pilot_t_secret')
  })

  it("tells the agent's problem with its status", async () => {
    await using _agent = await withAgent(answerProblem({ code: 'sign-in-required', reason: 'revoked' }))
    const answer = await ask({ authorization: 'Bearer pilot_t_old' })
    expect(await problemOf(answer)).toMatchObject({ status: 401, problem: { code: 'sign-in-required' } })
  })

  it.each([
    ['nobody’s token', {}, 401],
    ['the cookie of a browser', { cookie: 'pilot-session=secret' }, 401],
    ['another scheme', { authorization: 'Basic YTpi' }, 401],
    ['a page', { authorization: 'Bearer secret', origin: 'http://pilot.localhost' }, 403],
    ['another host', { authorization: 'Bearer secret', host: 'other.localhost' }, 421],
  ])('does not reach the agent with %s', async (_, headers, status) => {
    await using agent = await withAgent(answerValue({ text: '' }))
    expect((await ask(headers)).status).toBe(status)
    expect(agent.seen).toEqual([])
  })
})
