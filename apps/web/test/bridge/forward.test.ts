import { pilotMethods } from '@pilot/api/client'
import { ReportForeignInput } from '@pilot/contract'
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, expect, it, vi } from 'vitest'
import { forward } from '../../src/server/bridge/forward.ts'
import { browserRequest, problemOf } from '../support/requests.ts'
import { answerJson, startStubAgent } from '../support/stub-agent.ts'

afterEach(() => vi.unstubAllEnvs())

const withAgent = async (...answer: Parameters<typeof startStubAgent>) => {
  const agent = await startStubAgent(...answer)
  vi.stubEnv('PILOT_BRIDGE_SOCKET', agent.socketPath)
  return agent
}

it('the session cookie becomes the credential, and only what a call needs reaches the agent', async () => {
  await using agent = await withAgent(answerJson([]))
  const headers = {
    authorization: 'Bearer of-somebody-else',
    'user-agent': 'a browser',
    'trpc-accept': 'application/jsonl',
    'x-pilot-actor': 'root',
    'x-pilot-address': '203.0.113.1',
    'x-forwarded-for': '198.51.100.1, 192.0.2.7',
    'accept-language': 'de',
  }
  await forward(browserRequest('/api/trpc/list?batch=1', { headers, body: '{"0":{}}' }), 'list')
  const [seen] = agent.seen
  expect(seen).toMatchObject({ method: 'POST', url: '/list?batch=1', body: '{"0":{}}' })
  // What HTTP itself adds on the way.
  const own = ['connection', 'host', 'content-length', 'transfer-encoding']
  const told = Object.entries(seen?.headers ?? {}).filter(([name]) => !own.includes(name))
  expect(Object.fromEntries(told)).toEqual({
    authorization: 'Bearer secret',
    'x-pilot-address': '192.0.2.7',
    'user-agent': 'a browser',
    'content-type': 'application/json',
    'trpc-accept': 'application/jsonl',
  })
})

it('a token of a script passes as it is', async () => {
  await using agent = await withAgent(answerJson([]))
  const headers = { origin: null, cookie: null, authorization: 'Bearer token' }
  await forward(browserRequest('/api/trpc/list', { headers }), 'list')
  expect(agent.seen[0]?.headers.authorization).toBe('Bearer token')
})

it("no header of the agent's answer passes but its type", async () => {
  await using _agent = await withAgent(answerJson({ fine: true }, 401))
  const answer = await forward(browserRequest('/api/trpc/list'), 'list')
  expect(answer.status).toBe(401)
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
})

it('a stream arrives piece by piece, each as soon as the agent writes it', async () => {
  const answers: ServerResponse[] = []
  await using _agent = await withAgent((_request, response) => {
    answers.push(response)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('first')
  })
  const request = browserRequest('/api/trpc/watch', { method: 'GET' })
  const reader = (await forward(request, 'watch')).body?.getReader()
  const read = async () => Buffer.from((await reader?.read())?.value ?? []).toString()
  expect(await read()).toBe('first')
  answers[0]?.write('second')
  expect(await read()).toBe('second')
  await reader?.cancel()
})

it('when the browser leaves, so does the call to the agent', async () => {
  let left: Promise<unknown> | undefined
  await using _agent = await withAgent((_request, response) => {
    left = once(response, 'close')
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('first')
  })
  const browser = new AbortController()
  const request = new Request(browserRequest('/api/trpc/watch', { method: 'GET' }), {
    signal: browser.signal,
  })
  const reader = (await forward(request, 'watch')).body?.getReader()
  await reader?.read()
  browser.abort()
  await left
  await reader?.cancel().catch(() => undefined)
})

it('without a socket it says that the agent does not answer', async () => {
  vi.stubEnv('PILOT_BRIDGE_SOCKET', '/nowhere/bridge.sock')
  const answer = await forward(browserRequest('/api/trpc/list'), 'list')
  expect(await problemOf(answer)).toMatchObject({
    status: 503,
    problem: { code: 'service-down', service: 'pilot-agent' },
  })
})

it('an agent that dies before its answer does not answer either', async () => {
  await using _agent = await withAgent((request) => request.socket.destroy())
  const answer = await forward(browserRequest('/api/trpc/list'), 'list')
  expect(await problemOf(answer)).toMatchObject({ status: 503, problem: { code: 'service-down' } })
})

it("a request from another site's page is refused, and the agent hears of it for its audit", async () => {
  await using agent = await withAgent(answerJson([{ result: { data: {} } }]))
  const headers = { origin: 'https://evil.example', 'x-forwarded-for': '192.0.2.7' }
  const answer = await forward(browserRequest('/api/trpc/deleteTenant', { headers }), 'deleteTenant')
  expect(answer.status).toBe(403)
  await vi.waitFor(() => expect(agent.seen).toHaveLength(1))
  expect(agent.seen[0]).toMatchObject({
    url: expect.stringMatching(/^\/reportForeign/) as string,
    headers: { authorization: 'Bearer secret', 'x-pilot-address': '192.0.2.7' },
    body: JSON.stringify({ 0: { action: 'deleteTenant', origin: 'https://evil.example' } }),
  })
})

it('of a foreign request for what we do not have, the agent hears only that', async () => {
  await using agent = await withAgent(answerJson([{ result: { data: {} } }]))
  const headers = { origin: 'https://evil.example' }
  for (const name of ['<b>see evil.example</b>', 'constructor'])
    await forward(browserRequest('/api/trpc/anything', { headers }), name)
  await vi.waitFor(() => expect(agent.seen).toHaveLength(2))
  const told = JSON.stringify({ 0: { action: 'unknown', origin: 'https://evil.example' } })
  expect(agent.seen.map(({ body }) => body)).toEqual([told, told])
})

it('the agent accepts a report of each procedure that we have', () => {
  for (const action of Object.keys(pilotMethods))
    expect(ReportForeignInput.safeParse({ action, origin: null })).toMatchObject({ success: true })
})
