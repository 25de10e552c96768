import { get, type IncomingMessage } from 'node:http'
import { PilotError, type Problem } from '@pilot/contract'
import { describe, expect, test, vi } from 'vitest'
import { createClient } from '../src/client/index.ts'
import type { Authenticate } from '../src/router/index.ts'
import type { PilotService, SignedInOperator } from '../src/service.ts'
import { startAgent } from './support/agent.ts'
import { post } from './support/post.ts'

const limits = { calls: 2, streams: 3, streamsOfOne: 2 }

// The credential is the session's name, and its first letter the operator's.
const authenticate: Authenticate = (credential) => ({
  name: credential.charAt(0),
  role: 'admin',
  credential: 'session',
  id: credential,
})

describe('a bridge with two seats', () => {
  test('answers the third call at once with overloaded, and serves again when one was answered', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    const { service, arrived } = countCalls(() => gate)
    await using agent = await startAgent(service, { source: 'bridge', authenticate, limits })
    const client = createClient({ socketPath: agent.socketPath, credential: 'a' })
    const first = [client.check({}), client.check({})]
    await vi.waitUntil(() => arrived() === 2)
    expect(await problemOf(client.check({}))).toEqual({ code: 'overloaded' })
    const { status, headers, body } = await post(agent.socketPath, 'check', '{}', {
      authorization: 'Bearer a',
    })
    expect([status, headers['retry-after']]).toEqual([503, '1'])
    expect(body).toContain('"problem":{"code":"overloaded"}')
    open(undefined)
    await Promise.all(first)
    expect(await client.check({})).toEqual([])
  })

  test('has a seat again when the reader of an operation leaves, though the operation goes on', async () => {
    const { promise: gate, resolve: end } = Promise.withResolvers<undefined>()
    let finished = false
    await using agent = await startAgent(
      {
        async *suspend() {
          yield { event: 'step-started', tenant: 'shop', step: 'socket' }
          await gate
          finished = true
        },
        check: async () => [],
      },
      { source: 'bridge', authenticate, limits: { ...limits, calls: 1 } },
    )
    const client = createClient({ socketPath: agent.socketPath, credential: 'a' })
    for await (const { event } of client.suspend({ name: 'shop' as never })) {
      expect(event).toBe('step-started')
      expect(await problemOf(client.check({}))).toEqual({ code: 'overloaded' })
      break
    }
    await vi.waitUntil(() =>
      client.check({}).then(
        () => true,
        () => false,
      ),
    )
    expect(finished).toBe(false)
    end(undefined)
  })

  test('refuses who has not signed in before it counts seats', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    const { service, arrived } = countCalls(() => gate)
    await using agent = await startAgent(service, { source: 'bridge', authenticate, limits })
    const client = createClient({ socketPath: agent.socketPath, credential: 'a' })
    const first = [client.check({}), client.check({})]
    await vi.waitUntil(() => arrived() === 2)
    const stranger = createClient({ socketPath: agent.socketPath })
    expect(await problemOf(stranger.check({}))).toMatchObject({ code: 'sign-in-required' })
    open(undefined)
    await Promise.all(first)
  })

  test('does not count what comes by the other sockets', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    const { service, arrived } = countCalls(() => gate)
    await using agent = await startAgent(service, { source: 'root', limits })
    const client = createClient({ socketPath: agent.socketPath })
    const all = Array.from({ length: 5 }, () => client.check({}))
    await vi.waitUntil(() => arrived() === 5)
    open(undefined)
    await Promise.all(all)
  })

  test.each(['check,check', 'che%63k', '/check', 'check/'])('takes no call written as %s', async (path) => {
    const { service, arrived } = countCalls(() => Promise.resolve())
    await using agent = await startAgent(service, { source: 'bridge', authenticate, limits })
    await post(agent.socketPath, `${path}?batch=1`, '{"0":{},"1":{}}', {
      authorization: 'Bearer a',
      'trpc-accept': 'application/jsonl',
    })
    expect(arrived()).toBe(0)
  })
})

describe('event streams', () => {
  test('one operator has so many in all sessions, all together have so many, and one that is left frees its seat', async () => {
    await using agent = await startAgent({ watch: untilAborted }, { source: 'bridge', authenticate, limits })
    const streams = [await listen(agent.socketPath, 'a'), await listen(agent.socketPath, 'a2')]
    expect(await (await listen(agent.socketPath, 'a3')).text('overloaded')).toContain('"code":"overloaded"')
    streams.push(await listen(agent.socketPath, 'b'))
    expect(await (await listen(agent.socketPath, 'c')).text('overloaded')).toContain('"code":"overloaded"')
    for (const stream of streams) await stream.text('counts')
    streams[0]?.leave()
    await vi.waitUntil(async () => {
      const next = await listen(agent.socketPath, 'c')
      return (await next.text('event: ', 'data: {"changed"')).includes('counts')
    })
    for (const stream of streams) stream.leave()
  })

  const ends: [string, ReturnType<Authenticate>, Problem][] = [
    ['was revoked', { reason: 'revoked', name: 'ada' }, { code: 'sign-in-required', reason: 'revoked' }],
    ['expired', { reason: 'expired', name: 'ada' }, { code: 'sign-in-required', reason: 'expired' }],
    [
      'has another role',
      { ...(authenticate('a', 'look') as SignedInOperator), role: 'viewer' },
      { code: 'not-permitted', action: { code: 'listen' }, need: { code: 'page-anew' } },
    ],
  ]
  test.each(ends)('end when the session %s', async (_, later, problem) => {
    let now: ReturnType<Authenticate> = authenticate('a', 'call')
    const uses: string[] = []
    await using agent = await startAgent(
      { watch: untilAborted },
      {
        source: 'bridge',
        authenticate: (_credential, use) => {
          uses.push(use)
          return now
        },
      },
    )
    const stream = await listen(agent.socketPath, 'a')
    await stream.text('counts')
    now = later
    expect(await stream.text(JSON.stringify(problem))).toContain('serialized-error')
    expect(new Set(uses.slice(1))).toEqual(new Set(['look']))
  })

  test('logs that are followed as a stream of lines end with their session too', async () => {
    let now: ReturnType<Authenticate> = authenticate('a', 'call')
    await using agent = await startAgent(
      {
        async *logs(_query, _caller, signal) {
          yield line
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
        },
      },
      { source: 'bridge', authenticate: () => now },
    )
    const client = createClient({ socketPath: agent.socketPath, credential: 'a' })
    const read = async () => {
      const query = { name: 'shop' as never, follow: true, lines: 1, priority: 7 }
      for await (const { message } of client.logs(query))
        if (message === 'm') now = { reason: 'revoked', name: 'ada' }
    }
    expect(await problemOf(read())).toEqual({ code: 'sign-in-required', reason: 'revoked' })
  })
})

const line = {
  time: '2026-01-01T00:00:00Z',
  priority: 6,
  unit: 'a',
  identifier: 'a',
  pid: 1,
  message: 'm',
  cursor: 'c',
}

const untilAborted: PilotService['watch'] = async function* (_input, _caller, signal) {
  yield { changed: [], removed: [], counts: {} as never }
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
}

const countCalls = (work: () => Promise<unknown>) => {
  let calls = 0
  const check: PilotService['check'] = async () => {
    calls += 1
    await work()
    return []
  }
  return { service: { check }, arrived: () => calls }
}

const problemOf = (attempt: Promise<unknown>): Promise<Problem | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof PilotError ? error.problem : undefined),
  )

/** An event stream as EventSource opens it. */
const listen = (socketPath: string, credential: string) =>
  new Promise<{ text: (...until: string[]) => Promise<string>; leave: () => void }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${credential}`, accept: 'text/event-stream' }
    const call = get({ socketPath, path: '/watch?input=%7B%7D', headers }, (response: IncomingMessage) => {
      let told = ''
      response.on('data', (chunk: Buffer) => (told += chunk.toString()))
      response.on('error', () => undefined)
      resolve({
        text: async (...until) => {
          await vi.waitUntil(() => response.complete || until.some((part) => told.includes(part)))
          return told
        },
        leave: () => response.destroy(),
      })
    })
    call.on('error', reject)
  })
