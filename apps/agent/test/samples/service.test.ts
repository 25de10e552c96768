import { LogsQuery } from '@pilot/contract'
import { expect, test } from 'vitest'
import { openSamples } from '../../src/samples/database.ts'
import { createTenantIds } from '../../src/samples/tenant-ids.ts'
import { create, readAll, root, shop, startTrial, thrownBy, type Trial } from '../support/agent.ts'
import { rowsOf } from './support.ts'

const never = new AbortController().signal

const begin = async () => {
  const samples = openSamples(':memory:', () => undefined)
  const trial: Trial = startTrial({ samples, now: () => new Date(trial.world.state.now) })
  expect(await create(trial)).toBeUndefined()
  const now = Math.floor(trial.world.state.now / 1000)
  const id = createTenantIds(samples)('shop')
  const insert = samples.prepare(
    'INSERT INTO tenant_samples (resolution, at, tenant, awake, wakes, pss, cpu) VALUES (?, ?, ?, 5000, 1, 7, 500000)',
  )
  for (const [resolution, back] of [
    [10, 1800],
    [60, 7200],
    [900, 200_000],
  ] as const)
    insert.run(resolution, now - back, id)
  return { trial, samples, now, id }
}

test.each([
  [1, 10],
  [2, 60],
  [24, 60],
  [25, 900],
  [2160, 900],
])('samples of %i hours have the finest spans that reach so far, of %i s', async (hours, resolution) => {
  const { trial } = await begin()
  const found = await trial.service.tenantSamples({ ...shop, hours })
  expect(found.resolution).toBe(resolution)
  expect((await trial.service.hostSamples({ hours })).resolution).toBe(resolution)
})

test('a point has what was measured, and null where nothing was', async () => {
  const { trial, now } = await begin()
  const { points } = await trial.service.tenantSamples({ ...shop, hours: 1 })
  expect(points).toEqual([
    {
      at: new Date((now - 1800) * 1000).toISOString(),
      awakeSeconds: 5,
      wakes: 1,
      pss: 7,
      cpuSeconds: 0.5,
      memoryCurrent: null,
      tasks: null,
    },
  ])
})

test('nobody asks for samples of a tenant that there is not', async () => {
  const { trial } = await begin()
  const other = { name: 'other' as typeof shop.name, hours: 1 }
  for (const asked of [trial.service.tenantSamples(other), trial.service.wakeTimes(other)])
    expect(await thrownBy(asked)).toMatchObject({ code: 'tenant-not-found' })
})

test('the samples of a tenant go at its purge, and stay at a deletion that keeps its data', async () => {
  const { trial, samples } = await begin()
  samples.exec('INSERT INTO wakes (tenant, at) VALUES (1, 1)')
  await readAll(trial.service.deleteTenant({ ...shop, purge: false }, root))
  expect(rowsOf(samples, 'tenant_samples')).toHaveLength(3)
  await readAll(trial.service.deleteTenant({ ...shop, purge: true }, root))
  for (const table of ['tenant_samples', 'wakes', 'tenants']) expect(rowsOf(samples, table)).toEqual([])
})

test('a wake of the journal has the parts that the sampler has learned', async () => {
  const { trial, samples, id } = await begin()
  await trial.service.wake(shop, root)
  const query = { ...shop, hours: 24, limit: 10 }
  const [wake] = await trial.service.wakes(query, root, never)
  expect(wake?.readyMilliseconds).toBeUndefined()
  samples
    .prepare('INSERT INTO wakes (tenant, at, start, ready, first_byte) VALUES (?, ?, 17000, 30500, 4000)')
    .run(id, Date.parse(wake?.at ?? '') * 1000 + 321)
  expect(await trial.service.wakes(query, root, never)).toMatchObject([
    { at: wake?.at, readyMilliseconds: 30.5, firstByteMilliseconds: 4 },
  ])
})

test('logs leave out how a program woke, and count without it, unless they are asked for it', async () => {
  const { trial } = await begin()
  const say = (message: string): void => trial.world.log({ unit: 'pilot@shop.service', message, priority: 7 })
  const told = 'pilot: awake since 1767225612020.0, ready after 30.0 ms, answered after 35.5 ms'
  for (const message of ['one', told, 'two', 'three', told, `${told}, it says`]) say(message)
  const read = async (input: object): Promise<string[]> => {
    const query = LogsQuery.parse({ ...shop, ...input })
    const lines = await Array.fromAsync(trial.service.logs(query, root, never))
    return lines.map(({ message }) => message)
  }
  expect(await read({ lines: 3 })).toEqual(['two', 'three', `${told}, it says`])
  expect(await read({ lines: 3, wakes: true })).toEqual(['three', told, `${told}, it says`])
})

test('metrics are of what the sampler stored last', async () => {
  const { trial } = await begin()
  expect((await trial.service.metrics({})).text).toContain('pilot_tenant_awake{tenant="shop"} 0\n')
})
