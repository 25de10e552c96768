import { pilotMethods } from '@pilot/api/client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { forward } from '../../src/server/bridge/forward.ts'
import { longestBody } from '../../src/server/bridge/body.ts'
import { browserRequest, problemOf } from '../support/requests.ts'
import { answerJson, startStubAgent } from '../support/stub-agent.ts'

let agent: Awaited<ReturnType<typeof startStubAgent>>
beforeAll(async () => {
  agent = await startStubAgent(answerJson([{ result: { data: {} } }]))
  vi.stubEnv('PILOT_BRIDGE_SOCKET', agent.socketPath)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await agent[Symbol.asyncDispose]()
})

const ask = async (
  procedure: string,
  ...rest: Parameters<typeof browserRequest> extends [string, ...infer R] ? R : never
) => {
  const before = agent.seen.length
  const response = await forward(browserRequest(`/api/trpc/${procedure}?batch=1`, ...rest), procedure)
  return { response, reached: agent.seen.length > before }
}

type Init = Parameters<typeof browserRequest>[1]

const refused: readonly [claim: string, procedure: string, init: Init, status: number][] = [
  ['a foreign host', 'me', { headers: { host: 'evil.example', origin: 'http://evil.example' } }, 421],
  ['a host that only begins like ours', 'me', { headers: { host: 'pilot.localhost.evil.example' } }, 421],
  ['a request without a host', 'me', { headers: { host: null } }, 421],
  ['a foreign origin', 'wake', { headers: { origin: 'http://shop.localhost:8080' } }, 403],
  ['our host on another port as origin', 'wake', { headers: { origin: 'http://pilot.localhost:9999' } }, 403],
  ['http as origin of an https page', 'wake', { headers: { 'x-forwarded-proto': 'https' } }, 403],
  ['the origin "null"', 'wake', { headers: { origin: 'null' } }, 403],
  ['a cookie without an origin', 'wake', { headers: { origin: null } }, 403],
  [
    'a cookie without an origin, though fetched from our page',
    'wake',
    { headers: { origin: null, 'sec-fetch-site': 'same-origin' } },
    403,
  ],
  [
    'a cookie and a token without an origin',
    'wake',
    { headers: { origin: null, authorization: 'Bearer t' } },
    403,
  ],
  [
    'a token with a foreign origin',
    'wake',
    { headers: { cookie: null, authorization: 'Bearer t', origin: 'http://evil.example' } },
    403,
  ],
  ['neither cookie nor token nor origin', 'describeLink', { headers: { cookie: null, origin: null } }, 403],
  [
    'events of another site',
    'watch',
    { method: 'GET', headers: { origin: null, 'sec-fetch-site': 'cross-site' } },
    403,
  ],
  [
    'events of a neighbour on the same site',
    'watch',
    { method: 'GET', headers: { origin: null, 'sec-fetch-site': 'same-site' } },
    403,
  ],
  ['events without a word of where from', 'watch', { method: 'GET', headers: { origin: null } }, 403],
  ['an unknown procedure', 'dropAll', {}, 404],
  ['a name from the prototype of objects', 'constructor', {}, 404],
  ['two procedures at once', 'me,wake', {}, 404],
  ['signIn, which has a route of its own', 'signIn', {}, 403],
  ['acceptLink, which has a route of its own', 'acceptLink', {}, 403],
  ['a procedure by GET', 'wake', { method: 'GET' }, 405],
  ['events by POST', 'watch', {}, 405],
  ['a form', 'wake', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['text that is not said to be JSON', 'wake', { headers: { 'content-type': 'text/plain' } }, 415],
]

describe('the bridge refuses, without asking the agent,', () => {
  it.each(refused)('%s', async (_claim, procedure, init, status) => {
    const { response, reached } = await ask(procedure, init)
    expect(response.status).toBe(status)
    expect(reached).toBe(false)
    expect(await problemOf(response)).toMatchObject({ problem: { code: expect.any(String) as string } })
  })

  it('a foreign origin, and answers only when the body was read to its end', async () => {
    let ended = false
    const chunks = ['{', '}']
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const chunk = chunks.shift()
        if (chunk !== undefined) {
          controller.enqueue(Buffer.from(chunk))
          return
        }
        ended = true
        controller.close()
      },
    })
    const { response, reached } = await ask('wake', { body, headers: { origin: 'http://evil.example' } })
    expect([response.status, reached, ended]).toEqual([403, false, true])
  })

  it('a body that says it is longer than 1 MB', async () => {
    const body = 'x'.repeat(longestBody + 1)
    const { response, reached } = await ask('wake', {
      body,
      headers: { 'content-length': String(body.length) },
    })
    expect([response.status, reached]).toEqual([413, false])
  })

  it('a body that turns out to be longer than 1 MB, and stops reading at 8 MB', async () => {
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(256 * 1024))
      },
    })
    const { response, reached } = await ask('wake', { body })
    expect([response.status, reached]).toEqual([413, false])
    expect(pulled).toBeLessThan(40)
  })
})

describe('the bridge lets pass', () => {
  it.each(Object.entries(pilotMethods).filter(([name]) => name !== 'signIn' && name !== 'acceptLink'))(
    '%s from our own page',
    async (name, { answer }) => {
      const { response, reached } = await ask(name, { method: answer === 'events' ? 'GET' : 'POST' })
      expect([response.status, reached]).toEqual([200, true])
    },
  )

  it('events that our page reads, for which browsers send no Origin', async () => {
    const headers = { origin: null, 'sec-fetch-site': 'same-origin' }
    expect((await ask('watch', { method: 'GET', headers })).reached).toBe(true)
  })

  it('events on plain HTTP with a name of its own, where browsers say nothing of where from', async () => {
    vi.stubEnv('PILOT_WEB_DOMAIN', 'panel.lan')
    const headers = { host: 'panel.lan', origin: null }
    const of = (more: Record<string, string>) =>
      ask('watch', { method: 'GET', headers: { ...headers, ...more } })
    expect((await of({})).reached).toBe(true)
    expect((await of({ 'sec-fetch-site': 'same-site' })).reached).toBe(false)
    expect((await of({ 'x-forwarded-proto': 'https' })).reached).toBe(false)
    vi.stubEnv('PILOT_WEB_DOMAIN', 'pilot.localhost')
  })

  it('a script with a token and no cookie, which has no origin', async () => {
    const headers = { origin: null, cookie: null, authorization: 'Bearer token' }
    expect((await ask('list', { headers })).reached).toBe(true)
  })

  it('a body of 1 MB', async () => {
    expect((await ask('createList', { body: 'x'.repeat(longestBody) })).reached).toBe(true)
  })
})
