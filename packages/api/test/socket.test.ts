import { chmod } from 'node:fs/promises'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { CreateTenantInput, PilotError, TenantRef, type OperationEvent, type Problem } from '@pilot/contract'
import { describe, expect, test } from 'vitest'
import { createClient, type PilotClient } from '../src/client/index.ts'
import { pilotMethods } from '../src/methods/index.ts'
import type { MethodName } from '../src/methods/name.ts'
import type { Caller } from '../src/service.ts'
import { startAgent } from './support/agent.ts'
import { post } from './support/post.ts'

const shop = TenantRef.parse({ name: 'shop' })
const finished: OperationEvent = { event: 'finished', done: 1, failed: 0, milliseconds: 3 }

const problemOf = async (attempt: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error instanceof PilotError) return error.problem
  throw new Error('no PilotError', { cause: error })
}

const readAll = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

const names = Object.keys(pilotMethods) as MethodName[]

/** Names that a client has a method for; events are for browsers. */
const calledNames = names.filter((name) => pilotMethods[name].answer !== 'events')

const callAny = (client: PilotClient, name: MethodName): Promise<unknown> => {
  const answer = (client as unknown as Record<string, (input: unknown) => unknown>)[name]?.({
    name: 'shop',
    count: 1,
    prefix: 'x',
    units: ['a.service'],
  })
  return pilotMethods[name].answer === 'stream'
    ? readAll(answer as AsyncIterable<unknown>)
    : (answer as Promise<unknown>)
}

const onRoot = (actor: string): Caller => ({
  source: 'root',
  actor,
  address: null,
  userAgent: null,
  operator: null,
})

describe('what crosses the socket', () => {
  test('a call gives its input and caller to the service and its answer back', async () => {
    const seen: unknown[] = []
    await using agent = await startAgent({
      planCreate: async (input) => {
        seen.push(input)
        return [{ tenant: input.name, step: 'account', action: 'create', details: [], artefacts: [] }]
      },
    })
    const client = createClient({ socketPath: agent.socketPath })
    const input = CreateTenantInput.parse({ name: 'shop', environment: { LONG: 'x'.repeat(30_000) } })
    expect(await client.planCreate(input)).toHaveLength(1)
    expect(seen).toEqual([input])
    await client.close()
  })

  test('the actor that root names reaches the service', async () => {
    const callers: Caller[] = []
    await using agent = await startAgent({
      async *suspend(_input, caller) {
        callers.push(caller)
        yield finished
      },
    })
    const client = createClient({ socketPath: agent.socketPath, actor: 'root (sudo alice)' })
    await readAll(client.suspend(shop))
    expect(callers).toEqual([onRoot('root (sudo alice)')])
  })

  test('events arrive while the operation still runs', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    await using agent = await startAgent({
      async *createTenant() {
        yield { event: 'step-started', tenant: 'shop', step: 'account' }
        await gate
        yield finished
      },
    })
    const client = createClient({ socketPath: agent.socketPath })
    const events: string[] = []
    for await (const event of client.createTenant(CreateTenantInput.parse({ name: 'shop' }))) {
      events.push(event.event)
      open(undefined)
    }
    expect(events).toEqual(['step-started', 'finished'])
  })

  test('leaving a stream ends it in the agent', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<string>()
    await using agent = await startAgent({
      async *logs(_query, _caller, signal) {
        try {
          yield {
            time: '2026-01-01T00:00:00Z',
            priority: 6,
            unit: 'a',
            identifier: 'a',
            pid: 1,
            message: 'm',
            cursor: 'c',
          }
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
        } finally {
          end('ended')
        }
      },
    })
    const client = createClient({ socketPath: agent.socketPath })
    for await (const line of client.logs({ ...shop, follow: true, lines: 1, priority: 7 })) {
      expect(line.message).toBe('m')
      break
    }
    expect(await Promise.race([ended, wait(2000, 'still running')])).toBe('ended')
  })
})

describe('problems', () => {
  const samples: Problem[] = [
    { code: 'tenant-not-found', tenant: 'shop' },
    { code: 'domain-taken', domain: 'a.example.com', tenant: 'shop' },
    { code: 'service-down', service: 'postgresql', detail: 'ECONNREFUSED' },
    { code: 'step-failed', tenant: 'shop', step: 'units', detail: 'no' },
  ]
  test.each(samples)('$code arrives as it was thrown', async (problem) => {
    await using agent = await startAgent({ show: () => Promise.reject(new PilotError(problem)) })
    expect(await problemOf(createClient({ socketPath: agent.socketPath }).show(shop))).toEqual(problem)
  })

  test('a stream that fails in the middle gives its items first and then the problem', async () => {
    const problem: Problem = { code: 'service-down', service: 'caddy', detail: '' }
    await using agent = await startAgent({
      async *resume() {
        yield { event: 'step-started', tenant: 'shop', step: 'socket' }
        throw new PilotError(problem)
      },
    })
    const events: OperationEvent[] = []
    const read = async () => {
      for await (const event of createClient({ socketPath: agent.socketPath }).resume(shop))
        events.push(event)
    }
    expect(await problemOf(read())).toEqual(problem)
    expect(events).toHaveLength(1)
  })

  test('bad input names its field and the reason', async () => {
    await using agent = await startAgent({})
    const bad = { name: '../etc' } as unknown as TenantRef
    expect(await problemOf(createClient({ socketPath: agent.socketPath }).show(bad))).toEqual({
      code: 'invalid-input',
      field: 'name',
      fault: { code: 'name-start' },
    })
  })

  test('an unforeseen error leaks nothing but a reference, which the log has too', async () => {
    await using agent = await startAgent({ show: () => Promise.reject(new Error('secret /var/lib/pilot')) })
    const problem = await problemOf(createClient({ socketPath: agent.socketPath }).show(shop))
    expect(problem).toEqual({ code: 'internal', reference: agent.unexpected[0]?.reference })
    expect((await post(agent.socketPath, 'show', '{"name":"shop"}')).body).not.toMatch(/secret|stack|\.ts/)
  })

  test('a schema that fails inside the service is internal, not bad input', async () => {
    await using agent = await startAgent({ show: async () => TenantRef.parse({}) as never })
    const problem = await problemOf(createClient({ socketPath: agent.socketPath }).show(shop))
    expect(problem.code).toBe('internal')
  })

  test('a body of more than 1 MB is refused', async () => {
    await using agent = await startAgent({})
    const { body } = await post(agent.socketPath, 'show', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }))
    expect(body).toContain('larger than 1 MB')
  })

  test('who dawdles over a body is hung up on', async () => {
    await using agent = await startAgent({}, { patience: 50 })
    const headers = { 'content-type': 'application/json' }
    const call = request({ socketPath: agent.socketPath, path: '/show', method: 'POST', headers })
    const { promise: ended, resolve: end } = Promise.withResolvers<string>()
    call.on('error', () => end('hung up'))
    call.write('{')
    expect(await Promise.race([ended, wait(2000, 'still connected')])).toBe('hung up')
  })

  test('a request that is not JSON is the caller fault', async () => {
    await using agent = await startAgent({})
    expect((await post(agent.socketPath, 'show', '{')).body).toContain('"invalid-input"')
    expect(agent.unexpected).toEqual([])
  })
})

describe('authority', () => {
  test('the status socket may check and read units, and nothing else', () => {
    expect(names.filter((name) => mayCall(name, 'status'))).toEqual(['check', 'units'])
  })

  test.each(calledNames.filter((name) => !mayCall(name, 'status')))(
    '%s is refused on the status socket',
    async (name) => {
      await using agent = await startAgent({}, { source: 'status' })
      const problem = await problemOf(callAny(createClient({ socketPath: agent.socketPath }), name))
      expect(problem).toMatchObject({ code: 'not-permitted', action: { code: 'call', method: name } })
      expect(agent.refused).toMatchObject([{ action: name, result: 'not-permitted' }])
    },
  )

  test('only the root socket believes the actor header', async () => {
    await using agent = await startAgent({}, { source: 'status' })
    await problemOf(readAll(createClient({ socketPath: agent.socketPath, actor: 'root' }).suspend(shop)))
    expect(agent.refused[0]?.caller).toEqual({ ...onRoot('status'), source: 'status' })
  })

  test('a credential proves nothing on the status socket', async () => {
    await using agent = await startAgent({}, { source: 'status', authenticate: () => admin })
    const client = createClient({ socketPath: agent.socketPath, credential: 'pilot_s_x' })
    expect(await problemOf(readAll(client.suspend(shop)))).toMatchObject({ code: 'not-permitted' })
  })

  test('on the bridge the service hears who has signed in, and from where', async () => {
    const callers: Caller[] = []
    const asked: unknown[] = []
    await using agent = await startAgent(
      { overview: async (_input, caller) => callers.push(caller) as never },
      {
        source: 'bridge',
        authenticate: (...call) => {
          asked.push(call)
          return admin
        },
      },
    )
    const { socketPath } = agent
    await createClient({
      socketPath,
      credential: 'pilot_s_x',
      address: '192.0.2.7',
      userAgent: 'Firefox',
      actor: 'root',
    }).overview({})
    expect(callers).toEqual([
      { source: 'bridge', actor: 'ada', address: '192.0.2.7', userAgent: 'Firefox', operator: admin },
    ])
    expect(asked).toEqual([['pilot_s_x', 'call']])
  })

  test('a header that could break a line of a log is not believed', async () => {
    const callers: Caller[] = []
    await using agent = await startAgent(
      { overview: async (_input, caller) => callers.push(caller) as never },
      { source: 'bridge', authenticate: () => admin },
    )
    await post(agent.socketPath, 'overview', '{}', {
      authorization: 'Bearer x',
      'x-pilot-address': 'a\tb',
      'user-agent': 'x'.repeat(300),
    })
    expect(callers[0]).toMatchObject({ address: null, userAgent: 'x'.repeat(200) })
  })

  test.each([
    ['expired', 1],
    ['revoked', 1],
    ['missing', 0],
  ] as const)(
    'a change with a session that is %s is refused, and told to the audit %d times',
    async (reason, told) => {
      await using agent = await startAgent(
        {},
        { source: 'bridge', authenticate: () => ({ reason, name: reason === 'missing' ? null : 'ada' }) },
      )
      const client = createClient({ socketPath: agent.socketPath, credential: 'pilot_s_x' })
      expect(await problemOf(readAll(client.suspend(shop)))).toEqual({ code: 'sign-in-required', reason })
      expect(await problemOf(client.show(shop))).toEqual({ code: 'sign-in-required', reason })
      expect(agent.refused).toHaveLength(told)
      for (const { caller } of agent.refused) expect(caller).toMatchObject({ actor: 'ada', operator: null })
    },
  )

  test('an authentication that fails inside is an internal error and lets nobody in', async () => {
    await using agent = await startAgent(
      {},
      {
        source: 'bridge',
        authenticate: () => {
          throw new Error('disk I/O error')
        },
      },
    )
    const client = createClient({ socketPath: agent.socketPath, credential: 'pilot_s_x' })
    expect((await problemOf(client.show(shop))).code).toBe('internal')
    expect(agent.unexpected).toHaveLength(1)
  })
})

describe('an agent that does not answer', () => {
  test('no socket is service-down', async () => {
    const problem = await problemOf(createClient({ socketPath: '/nonexistent/agent.sock' }).show(shop))
    expect(problem).toMatchObject({ code: 'service-down', service: 'pilot-agent' })
  })

  test('a socket that may not be opened is not-permitted', async () => {
    await using agent = await startAgent({})
    await chmod(agent.socketPath, 0)
    using _nobody = becomeNobody()
    const problem = await problemOf(createClient({ socketPath: agent.socketPath }).show(shop))
    expect(problem.code).toBe('not-permitted')
  })

  test('a connection that breaks during a call is service-down', async () => {
    const { promise: called, resolve: arrive } = Promise.withResolvers<undefined>()
    await using agent = await startAgent({
      wake: () => {
        arrive(undefined)
        return new Promise(() => undefined)
      },
    })
    const call = problemOf(createClient({ socketPath: agent.socketPath }).wake(shop))
    await called
    agent.dropConnections()
    expect(await call).toMatchObject({ code: 'service-down', service: 'pilot-agent' })
  })

  test('a connection that breaks during a stream is service-down', async () => {
    await using agent = await startAgent({
      async *createUser() {
        yield { event: 'step-started', tenant: 'shop', step: 'account' }
        await new Promise(() => undefined)
      },
    })
    const read = async () => {
      for await (const event of createClient({ socketPath: agent.socketPath }).createUser(shop)) {
        if (event.event === 'step-started') agent.dropConnections()
      }
    }
    expect((await problemOf(read())).code).toBe('service-down')
  })
})

/** Root may open every socket, so where root runs the tests it is nobody (65534) for a while. */
const becomeNobody = (): Disposable => {
  if (process.geteuid?.() !== 0) return { [Symbol.dispose]: () => undefined }
  process.seteuid?.(65534)
  return { [Symbol.dispose]: () => process.seteuid?.(0) }
}

const mayCall = (name: MethodName, source: Caller['source']): boolean =>
  pilotMethods[name].sockets.includes(source)

const admin = { name: 'ada', role: 'admin', credential: 'session', id: 's1' } as const
