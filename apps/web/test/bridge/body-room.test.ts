import { SignInInput } from '@pilot/contract'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { longestBody } from '../../src/server/bridge/body.ts'
import { forward } from '../../src/server/bridge/forward.ts'
import { beginSession } from '../../src/server/session-routes.ts'
import { browserRequest, problemOf } from '../support/requests.ts'
import { answerJson, startStubAgent } from '../support/stub-agent.ts'

let agent: Awaited<ReturnType<typeof startStubAgent>>
beforeEach(async () => {
  agent = await startStubAgent(answerJson([]))
  vi.stubEnv('PILOT_BRIDGE_SOCKET', agent.socketPath)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await agent[Symbol.asyncDispose]()
})

const create = (body: BodyInit): Promise<Response> =>
  forward(browserRequest('/api/trpc/createList?batch=1', { body }), 'createList')

const signIn = (body: BodyInit): Promise<Response> =>
  beginSession(browserRequest('/api/session', { body }), 'signIn', SignInInput, (agent, input) =>
    agent.signIn(input),
  )

const megabyte = new Uint8Array(longestBody)

/** Calls with 1 MB of a body each that has not ended; answers once all of these were read. */
const hold = async (count: number) => {
  const bodies = Array.from({ length: count }, () => {
    const all = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>()
    let pulls = 0
    const source = {
      pull: (controller: ReadableStreamDefaultController<Uint8Array>) => {
        pulls += 1
        if (pulls === 1) controller.enqueue(megabyte)
        // More is asked for when the first was taken.
        else all.resolve(controller)
      },
    }
    const answer = create(new ReadableStream(source, { highWaterMark: 0 })).catch(() => undefined)
    return { answer, all: all.promise }
  })
  const controllers = await Promise.all(bodies.map(({ all }) => all))
  return {
    end: () => controllers.forEach((controller) => controller.close()),
    breakOff: () => controllers.forEach((controller) => controller.error(new Error('the browser left'))),
    answers: Promise.all(bodies.map(({ answer }) => answer)),
  }
}

const overloaded = { status: 503, problem: { code: 'overloaded' } }

it('bodies beyond 32 MB at once are refused as overloaded, on each route, until others were passed on', async () => {
  const held = await hold(32)
  const refused = await create(megabyte)
  expect(refused.headers.get('retry-after')).toBe('1')
  expect(await problemOf(refused)).toEqual(overloaded)
  expect(await problemOf(await signIn('x'.repeat(100_000)))).toEqual(overloaded)
  expect(agent.seen).toEqual([])
  held.end()
  expect((await held.answers).map((answer) => answer?.status)).toEqual(Array.from({ length: 32 }, () => 200))
  expect((await create(megabyte)).status).toBe(200)
})

it('a short body passes, however many others are held', async () => {
  const held = await hold(32)
  expect((await create('{}')).status).toBe(200)
  held.end()
  await held.answers
})

it('a body that breaks off or is too long gives its room back', async () => {
  const held = await hold(32)
  held.breakOff()
  await held.answers
  const long = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(megabyte) })
  expect((await create(long)).status).toBe(413)
  const again = await hold(32)
  again.end()
  expect((await again.answers).every((answer) => answer?.status === 200)).toBe(true)
})
