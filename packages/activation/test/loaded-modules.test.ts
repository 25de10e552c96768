import { expect, test } from 'vitest'
import { ask } from './client.ts'
import { preloaded, program, start } from './programs.ts'
import { Supervisor } from './supervisor.ts'

test('an ES module that imports node:http loads no undici', async () => {
  expect(await loaded('loaded.mjs')).not.toContain(undici)
})

test('with PILOT_HTTP_WEBSOCKET=1 it does, as without the preload', async () => {
  expect(await loaded('loaded.mjs', wayOut)).toContain(undici)
})

test('a CommonJS program loads the same with it and without', async () => {
  const modules = await loaded('loaded.cjs')
  expect(modules).not.toContain(undici)
  expect(modules).toEqual(await loaded('loaded.cjs', wayOut))
})

test('WebSocket is there all the same: global, by the default import, and by require()', async () => {
  await using supervisor = await start('http-websocket.mjs')
  const answer = await supervisor.during(() => ask(supervisor.path))
  expect(JSON.parse(answer)).toMatchObject({ same: true, url: 'ws://localhost:1/' })
})

test('to import it by name fails, and works with PILOT_HTTP_WEBSOCKET=1', async () => {
  await using refused = await start('imports-websocket.mjs')
  void refused.during(() => refused.until(({ ends }) => ends.length > 0))
  await refused.until(({ ends }) => ends.length > 0)
  expect(refused.output).toContain("'node:http' does not provide an export named 'WebSocket'")
  await using supervisor = await Supervisor.start(program('imports-websocket.mjs'), {
    ...preloaded(),
    ...wayOut,
  })
  expect(await supervisor.during(() => ask(supervisor.path))).toBe('WebSocket')
})

test.each(['loaded.mjs', 'loaded.cjs'])('the preload loads no worker_threads into %s', async (name) => {
  expect(await loaded(name)).not.toContain('NativeModule worker_threads')
})

const undici = 'NativeModule internal/deps/undici/undici'

const wayOut = { PILOT_HTTP_WEBSOCKET: '1' }

/** The builtin modules that a program under the preload has loaded when it answers for the first time. */
const loaded = async (name: string, environment: NodeJS.ProcessEnv = {}): Promise<string[]> => {
  await using supervisor = await Supervisor.start(program(name), { ...preloaded(), ...environment })
  return (await supervisor.during(() => ask(supervisor.path))).split('\n')
}
