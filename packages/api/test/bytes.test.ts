import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { LinkRef, Nothing, PilotError, TenantRef, type Problem } from '@pilot/contract'
import { Agent, fetch as fetchBy, type RequestInit } from 'undici'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createBrowserClientOf } from '../src/client/browser.ts'
import { createClientOf } from '../src/client/index.ts'
import { bytes, operator, signed, stream, value, viewer } from '../src/declare.ts'
import type { Content, Implementation } from '../src/method.ts'
import { createRouter, type Authenticate } from '../src/router/index.ts'
import type { Caller } from '../src/service.ts'
import { startDoor, type Door } from './support/agent.ts'
import { post } from './support/post.ts'

const megabyte = 1_000_000

/** A table of its own: the smallest example of each kind of method that carries bytes. */
const methods = {
  restore: operator.upload(TenantRef, value<{ length: number }>(), { most: 4 * megabyte }),
  deploy: operator.upload(TenantRef, stream(LinkRef), { most: 4 * megabyte }),
  dump: viewer.read(TenantRef, bytes),
  pushed: signed(LinkRef, value(Nothing), { most: 1000 }),
}
type Service = Implementation<typeof methods>

const start = (service: Partial<Service>, door?: Door) =>
  startDoor((hooks) => createRouter(methods, { ...unused, ...service }, hooks), door)

const notPart = () => {
  throw new Error('it is not part of this test')
}
const unused: Service = { restore: notPart, deploy: notPart, dump: notPart, pushed: notPart }

const clientOf = (socketPath: string, credential?: string) =>
  createClientOf(methods, { socketPath, credential })

const shop = TenantRef.parse({ name: 'shop' })

const as =
  (role: 'viewer' | 'operator'): Authenticate =>
  () => ({ name: 'ada', role, credential: 'session', id: 's1' })

describe('an upload', () => {
  test('gives its input, its caller and its bytes to the service', async () => {
    const seen: unknown[] = []
    await using agent = await start({
      restore: async (input, { actor }, _signal, content) => {
        seen.push(input, actor)
        return { length: await lengthOf(content) }
      },
    })
    const told: number[] = []
    const answer = await clientOf(agent.socketPath).restore(shop, chunks(3, megabyte), {
      onProgress: (sent) => told.push(sent / megabyte),
    })
    expect(answer).toEqual({ length: 3 * megabyte })
    expect(seen).toEqual([shop, 'root'])
    expect(told).toEqual([1, 2, 3])
  })

  test('of a file arrives too', async () => {
    await using agent = await start({
      restore: async (...[, , , content]) => ({ length: await lengthOf(content) }),
    })
    const file = new Blob([new Uint8Array(100_000)])
    expect(await clientOf(agent.socketPath).restore(shop, file)).toEqual({ length: 100_000 })
  })

  test('may be told how it goes while it still comes', async () => {
    await using agent = await start({
      async *deploy(_input, _caller, _signal, content) {
        for await (const piece of content) yield { token: String(piece.byteLength) }
      },
    })
    const { promise: heard, resolve: hear } = Promise.withResolvers<undefined>()
    const content = async function* () {
      yield new Uint8Array(10)
      await heard
      yield new Uint8Array(20)
    }
    const tokens: string[] = []
    for await (const { token } of clientOf(agent.socketPath).deploy(shop, content())) {
      tokens.push(token)
      hear(undefined)
    }
    expect(tokens).toEqual(['10', '20'])
  })

  test('that fails in the middle gives its items first and then the problem', async () => {
    await using agent = await start({
      async *deploy() {
        yield { token: 'begun' }
        throw new PilotError({ code: 'tenant-not-found', tenant: 'shop' })
      },
    })
    const tokens: string[] = []
    const read = async () => {
      for await (const { token } of clientOf(agent.socketPath).deploy(shop, chunks(1, 10))) tokens.push(token)
    }
    expect(await problemOf(read())).toEqual({ code: 'tenant-not-found', tenant: 'shop' })
    expect(tokens).toEqual(['begun'])
  })

  test('is sent only as fast as it is read', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    await using agent = await start({
      restore: async (...[, , , content]) => {
        await gate
        return { length: await lengthOf(content) }
      },
    })
    let sent = 0
    const call = clientOf(agent.socketPath).restore(shop, chunks(64, 62_500), {
      onProgress: (now) => (sent = now),
    })
    await wait(300)
    expect(sent).toBeLessThan(2 * megabyte)
    open(undefined)
    expect(await call).toEqual({ length: 4 * megabyte })
  })

  test('of more bytes than the method takes is refused while it comes, and its sender stops', async () => {
    await using agent = await start({
      restore: async (...[, , , content]) => ({ length: await lengthOf(content) }),
    })
    let ended = false
    const endless = async function* () {
      try {
        for (;;) yield new Uint8Array(megabyte)
      } finally {
        ended = true
      }
    }
    expect(await problemOf(clientOf(agent.socketPath).restore(shop, endless()))).toEqual(tooLarge)
    await vi.waitUntil(() => ended)
    expect(agent.unexpected).toEqual([])
  })

  test('that says at once that it is too large is refused before the service hears of it', async () => {
    await using agent = await start({})
    const { status, body } = await post(
      agent.socketPath,
      `restore?${query(shop)}`,
      'x'.repeat(4 * megabyte + 1),
    )
    expect([status, body]).toEqual([400, expect.stringContaining('4 MB')])
  })

  test('that its sender leaves ends in the service', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<unknown>()
    await using agent = await start({
      restore: async (_input, _caller, signal, content) => {
        const length = await lengthOf(content).catch((error: unknown) => {
          end([signal.aborted, error instanceof PilotError && error.problem.code])
          throw error
        })
        return { length }
      },
    })
    const leave = new AbortController()
    const content = async function* () {
      yield new Uint8Array(10)
      leave.abort()
      await new Promise(() => undefined)
    }
    const call = clientOf(agent.socketPath).restore(shop, content(), { signal: leave.signal })
    await expect(call).rejects.toThrow('abort')
    expect(await ended).toEqual([true, 'invalid-input'])
    expect(agent.unexpected).toEqual([])
  })

  test('that stalls is hung up on', async () => {
    await using agent = await start(
      { restore: async (...[, , , content]) => ({ length: await lengthOf(content) }) },
      { patience: 100 },
    )
    const content = async function* () {
      yield new Uint8Array(10)
      await new Promise(() => undefined)
    }
    const problem = await problemOf(clientOf(agent.socketPath).restore(shop, content()))
    expect(problem.code).toBe('service-down')
  })

  test('that is left unread is answered all the same', async () => {
    await using agent = await start({ restore: async () => ({ length: -1 }) })
    expect(await clientOf(agent.socketPath).restore(shop, chunks(3, megabyte))).toEqual({ length: -1 })
  })

  test('of somebody whose role does not suffice never reaches the service, nor what its input lacks', async () => {
    await using agent = await start({}, { source: 'bridge', authenticate: as('viewer') })
    for (const input of [shop, {} as TenantRef]) {
      const call = clientOf(agent.socketPath, 'x').restore(input, chunks(1, 10))
      expect(await problemOf(call)).toMatchObject({
        code: 'not-permitted',
        action: { code: 'call', method: 'restore' },
      })
    }
    expect(agent.refused).toMatchObject([
      { action: 'restore', input: shop },
      { action: 'restore', input: {} },
    ])
  })

  test('with bad input names its field', async () => {
    await using agent = await start({})
    const call = clientOf(agent.socketPath).restore({ name: '..' } as unknown as TenantRef, chunks(1, 10))
    expect(await problemOf(call)).toMatchObject({ code: 'invalid-input', field: 'name' })
  })

  test('takes a seat of the streams, not of the calls', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
    await using agent = await start(
      {
        restore: async () => {
          await gate
          return { length: 0 }
        },
      },
      { source: 'bridge', authenticate: as('operator'), limits: { calls: 0, streams: 1, streamsOfOne: 1 } },
    )
    const client = clientOf(agent.socketPath, 'x')
    const first = client.restore(shop, chunks(1, 10))
    await wait(50)
    expect(await problemOf(client.restore(shop, chunks(1, 10)))).toEqual({ code: 'overloaded' })
    open(undefined)
    await first
  })
})

describe('a dump', () => {
  test('arrives as it was written', async () => {
    await using agent = await start({
      async *dump({ name }) {
        yield Buffer.from(`-- ${name}\n`)
        yield Buffer.from([0, 255, 10])
      },
    })
    const pieces = await Array.fromAsync(clientOf(agent.socketPath).dump(shop))
    expect(Buffer.concat(pieces)).toEqual(Buffer.from([...Buffer.from('-- shop\n'), 0, 255, 10]))
  })

  test('that fails before its first byte tells the problem', async () => {
    await using agent = await start({
      async *dump() {
        yield* []
        throw new PilotError({ code: 'tenant-not-found', tenant: 'shop' })
      },
    })
    const read = Array.fromAsync(clientOf(agent.socketPath).dump(shop))
    expect(await problemOf(read)).toEqual({ code: 'tenant-not-found', tenant: 'shop' })
  })

  test('that fails later is never taken for a whole one', async () => {
    await using agent = await start({
      async *dump() {
        yield Buffer.from('half')
        await wait(50)
        throw new Error('the disk is gone')
      },
    })
    const read = Array.fromAsync(clientOf(agent.socketPath).dump(shop))
    expect(await problemOf(read)).toMatchObject({ code: 'service-down' })
    await vi.waitUntil(() => agent.unexpected.length === 1)
  })

  test('is written only as fast as it is read, and ends when its reader leaves', async () => {
    let written = 0
    const { promise: ended, resolve: end } = Promise.withResolvers<string>()
    await using agent = await start({
      async *dump() {
        try {
          for (;;) {
            yield new Uint8Array(megabyte)
            written += 1
          }
        } finally {
          end('ended')
        }
      },
    })
    const pieces = clientOf(agent.socketPath).dump(shop)[Symbol.asyncIterator]()
    await pieces.next()
    await wait(300)
    expect(written).toBeLessThan(8)
    await pieces.return?.()
    expect(await Promise.race([ended, wait(2000, 'still writing')])).toBe('ended')
  })

  test('ends with its session', async () => {
    let now: ReturnType<Authenticate> = { name: 'ada', role: 'viewer', credential: 'session', id: 's1' }
    await using agent = await start(
      {
        async *dump(_input, _caller, signal) {
          yield Buffer.from('x')
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
        },
      },
      { source: 'bridge', authenticate: () => now },
    )
    const read = async () => {
      for await (const piece of clientOf(agent.socketPath, 'x').dump(shop))
        if (piece.byteLength === 1) now = { reason: 'revoked', name: 'ada' }
    }
    expect(await problemOf(read())).toMatchObject({ code: 'service-down' })
  })

  test('is read by GET only', async () => {
    await using agent = await start({})
    const { status, body } = await post(agent.socketPath, `dump?${query(shop)}`, '')
    expect([status, body]).toEqual([400, expect.stringContaining('GET')])
  })
})

describe('a signed call', () => {
  const secret = 'a shared secret'
  const body = '{"ref":"refs/heads/main"}'
  const sign = (text: string, key = secret) =>
    `sha256=${createHmac('sha256', key).update(text).digest('hex')}`
  const deliver = (socketPath: string, signature: string | undefined, text = body, token = 'hook') =>
    post(
      socketPath,
      `pushed?${query({ token })}`,
      text,
      signature === undefined ? {} : { 'x-pilot-signature': signature },
    )

  const startReceiver = async (door: Door = { source: 'bridge' }) => {
    const received: string[] = []
    const callers: Caller[] = []
    const agent = await start(
      {
        pushed: async ({ token }, caller) => {
          callers.push(caller)
          if (token === 'lost')
            throw new PilotError({ code: 'not-found', what: { code: 'comparison', id: 'lost' } })
          if (token === 'empty') return { secret: '', receive: async () => ({}) }
          if (token !== 'hook') return undefined
          return {
            secret,
            receive: async (bytes) => {
              received.push(Buffer.from(bytes).toString())
              return {}
            },
          }
        },
      },
      door,
    )
    return { ...agent, received, callers }
  }

  test('whose signature fits its body is received as it was sent, without a session', async () => {
    await using agent = await startReceiver()
    const { status, body: answer } = await deliver(agent.socketPath, sign(body))
    expect([status, JSON.parse(answer)]).toEqual([200, { result: { data: {} } }])
    expect(agent.received).toEqual([body])
    expect(agent.callers).toMatchObject([{ source: 'bridge', operator: null }])
  })

  test.each([
    ['none', undefined],
    ['that of another body', sign('{}')],
    ['that of another secret', sign(body, 'guessed')],
    ['that of an empty secret', sign(body, '')],
    ['one cut short', sign(body).slice(0, -2)],
    ['digits alone', sign(body).slice('sha256='.length)],
    ['no digits', 'sha256='],
  ])('with a signature that is %s is refused, and nothing is received', async (_what, signature) => {
    await using agent = await startReceiver()
    const { status, body: answer } = await deliver(agent.socketPath, signature)
    expect([status, answer]).toEqual([403, expect.stringContaining('"not-permitted"')])
    expect(agent.received).toEqual([])
    expect(agent.refused).toEqual([])
  })

  test.each([
    ['for somebody who is not known', 'unknown', sign(body)],
    ['for somebody without a secret', 'empty', sign(body, '')],
    ['whose input does not fit', '', sign(body)],
    ['for what the service says is not there', 'lost', sign(body)],
  ])('%s is told no more than that', async (_what, token, signature) => {
    await using agent = await startReceiver()
    const { status, body: answer } = await deliver(agent.socketPath, signature, body, token)
    const refused = await deliver(agent.socketPath, undefined)
    expect([status, answer]).toEqual([403, refused.body])
  })

  test('is bounded', async () => {
    await using agent = await startReceiver()
    const long = 'x'.repeat(1001)
    expect((await deliver(agent.socketPath, sign(long), long)).status).toBe(400)
    expect(agent.callers).toEqual([])
  })

  test.each(['root', 'status'] as const)('is not offered on the %s socket', async (source) => {
    await using agent = await startReceiver({ source })
    expect((await deliver(agent.socketPath, sign(body))).status).toBe(403)
    expect(agent.received).toEqual([])
  })

  test('takes a seat only once its body is there', async () => {
    await using agent = await startReceiver({
      source: 'bridge',
      limits: { calls: 1, streams: 1, streamsOfOne: 1 },
    })
    const slow = request({
      socketPath: agent.socketPath,
      path: `/pushed?${query({ token: 'hook' })}`,
      method: 'POST',
      headers: { 'content-length': '100' },
    })
    slow.on('error', () => undefined)
    slow.write('half of it')
    await wait(50)
    expect((await deliver(agent.socketPath, sign(body))).status).toBe(200)
    slow.destroy()
  })

  test('takes a seat', async () => {
    await using agent = await startReceiver({
      source: 'bridge',
      limits: { calls: 0, streams: 1, streamsOfOne: 1 },
    })
    expect((await deliver(agent.socketPath, sign(body))).status).toBe(503)
  })
})

describe('in a browser', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** fetch() as a page has it, which reaches the agent as though by the bridge. */
  const open = (socketPath: string) => {
    const dispatcher = new Agent({ connect: { socketPath } })
    vi.stubGlobal('fetch', (url: string, request: RequestInit) => fetchBy(url, { ...request, dispatcher }))
    return createBrowserClientOf(methods, 'http://pilot')
  }
  const restore: Service['restore'] = async (...[, , , content]) => ({ length: await lengthOf(content) })

  test('a file is uploaded as a whole over HTTP/1.1, where nothing tells how far it is', async () => {
    await using agent = await start({ restore })
    const told: number[] = []
    const upload = open(agent.socketPath).restore(shop, new Blob([new Uint8Array(1000)]), {
      onProgress: (sent) => told.push(sent),
    })
    expect(await upload).toEqual({ length: 1000 })
    expect(told).toEqual([])
  })

  test('bytes that come one after the other are gathered there', async () => {
    await using agent = await start({ restore })
    expect(await open(agent.socketPath).restore(shop, chunks(3, 1000))).toEqual({ length: 3000 })
  })

  test('over HTTP/2 it is told how far an upload is', async () => {
    await using agent = await start({ restore })
    vi.spyOn(performance, 'getEntries').mockReturnValue([{ nextHopProtocol: 'h2' } as never])
    const told: number[] = []
    await open(agent.socketPath).restore(shop, chunks(2, 1000), { onProgress: (sent) => told.push(sent) })
    expect(told).toEqual([1000, 2000])
  })

  test('a problem arrives as it was thrown', async () => {
    const problem: Problem = { code: 'tenant-not-found', tenant: 'shop' }
    await using agent = await start({
      restore: () => Promise.reject(new PilotError(problem)),
      async *dump() {
        yield* []
        throw new PilotError(problem)
      },
    })
    const client = open(agent.socketPath)
    expect(await problemOf(client.restore(shop, new Blob(['x'])))).toEqual(problem)
    expect(await problemOf(Array.fromAsync(client.dump(shop)))).toEqual(problem)
  })
})

const tooLarge: Problem = {
  code: 'invalid-input',
  field: 'request',
  fault: { code: 'too-large', most: 4 * megabyte },
}

const chunks = async function* (count: number, length: number) {
  for (let index = 0; index < count; index += 1) yield new Uint8Array(length)
}

const lengthOf = async (content: Content): Promise<number> => {
  let length = 0
  for await (const piece of content) length += piece.byteLength
  return length
}

const query = (input: unknown): string => `input=${encodeURIComponent(JSON.stringify(input))}`

const problemOf = async (attempt: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error instanceof PilotError) return error.problem
  throw new Error('no PilotError', { cause: error })
}
