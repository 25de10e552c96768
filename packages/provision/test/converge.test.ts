import { allParts, speak, type PlannedStep } from '@pilot/contract'
import { createFakeHost } from '@pilot/host/fake'
import type { World } from '@pilot/host/fake'
import { describe, expect, test } from 'vitest'
import { converge, inspectTenant, plan } from '../src/index.ts'
import type { StepEvent, Tenant } from '../src/index.ts'
import { inhabitedWorld, tenantOf, variants } from './worlds.ts'

describe.each(Object.entries(variants))('%s', (_, tenant) => {
  test('a second converge writes nothing', async () => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    await converge(tenant, host)
    const { length } = world.writes
    expect(length).toBeGreaterThan(0)
    const events: StepEvent[] = []
    await converge(tenant, host, { onEvent: (event) => events.push(event) })
    expect(world.writes.slice(length)).toEqual([])
    expect(events.filter(({ event }) => event === 'step-started')).toHaveLength(allParts.length)
    expect(events.filter((event) => event.event === 'step-finished' && event.changed)).toEqual([])
  })

  test('what is not there is planned as create, what is made as keep, and planning writes nothing', async () => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    const before = world.snapshot()
    const created = await plan(tenant, host)
    expect(created.map(({ action }) => action)).toEqual(
      allParts.map((step) => (step === 'socket' && tenant.spec.suspended ? 'keep' : 'create')),
    )
    expect(world.writes).toEqual([])
    expect(world.snapshot()).toEqual(before)

    await converge(tenant, host)
    const { length } = world.writes
    const kept = await plan(tenant, host)
    expect(kept.map(({ action, details }) => ({ action, details }))).toEqual(
      allParts.map(() => ({ action: 'keep', details: [] })),
    )
    expect(world.writes).toHaveLength(length)
  })

  test('what is inspected afterwards is ours and as wished', async () => {
    const { host } = createFakeHost(await inhabitedWorld())
    await converge(tenant, host)
    for (const { inspection } of await inspectTenant(tenant, host))
      expect(inspection).toEqual({ state: 'ours', drift: [] })
  })
})

test('the plan tells the limits of a tenant in system scope, and how they change', async () => {
  const { host } = createFakeHost(await inhabitedWorld())
  const limited = (memoryMax: number): Tenant => tenantOf({ limits: { memoryMax, tasksMax: 32 } })
  const unitsIn = (steps: readonly PlannedStep[]): PlannedStep | undefined =>
    steps.find(({ step }) => step === 'units')
  expect(unitsIn(await plan(limited(128 * 1024 ** 2), host))?.artefacts).toContainEqual({
    title: '/etc/systemd/system.control/pilot@shop.service.d/50-*.conf',
    text: '[Service]\nMemoryMax=134217728\nTasksMax=32\n',
  })
  await converge(limited(128 * 1024 ** 2), host)
  const [detail] = unitsIn(await plan(limited(256 * 1024 ** 2), host))?.details ?? []
  expect(detail && speak.stepDetail(detail)).toBe(
    'limits of pilot@shop.service: memory is 128M, wished is 256M',
  )
})

test('a tenant is made by as many host calls among many tenants as among few', async () => {
  const few = await inhabitedWorld()
  const many = few.clone()
  for (let number = 0; number < 40; number += 1)
    many.putFile(`/var/lib/pilot/by-domain/other${number}.example.com.tenant`, { text: 'other\n' })
  expect(await callsToMake(many)).toBe(await callsToMake(few))
})

describe.each(['native', 'proxied'])('a domain that leaves a tenant (%s)', (activation) => {
  const tenant = tenantOf({ activation })
  const taker = activation === 'native' ? 'pilot@shop.service' : 'pilot-proxy@shop.service'
  const moved = { ...tenant, spec: { ...tenant.spec, domains: tenant.spec.domains.slice(1) } }

  test("is nobody else's before the connections of its visitors have ended", async () => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    await converge(tenant, host)
    world.visit('pilot@shop.socket')
    world.connect('/run/pilot/tenants/shop.sock')
    const { length } = world.writes
    await converge(moved, host)
    const told = world.writes.slice(length).map(({ method, args }) => `${method} ${String(args[0])}`)
    expect(told.filter((write) => /example|stop/.test(write))).toEqual([
      'remove /var/lib/pilot/by-domain/shop.example.com.sock',
      `stop ${taker}`,
      'remove /var/lib/pilot/by-domain/shop.example.com.tenant',
    ])
  })

  test('disturbs no program that nobody is connected to', async () => {
    const { host, world } = createFakeHost(await inhabitedWorld())
    await converge(tenant, host)
    world.visit('pilot@shop.socket')
    await converge(moved, host)
    expect(world.writes.filter(({ method }) => method === 'stop')).toEqual([])
  })
})

test('a domain that went to another tenant meanwhile is left to that one', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const { spec, uid } = tenantOf()
  await converge(tenantOf(), host)
  const [moved = '', ...kept] = spec.domains
  world.putFile(`/var/lib/pilot/by-domain/${moved}.tenant`, { mode: 0o640, text: 'other\n' })
  await converge({ spec: { ...spec, domains: kept }, uid }, host)
  expect(world.state.files.get(`/var/lib/pilot/by-domain/${moved}.tenant`)?.text).toBe('other\n')
  expect(world.state.files.get('/var/lib/pilot/by-domain/shop.domains')?.text).toBe(
    `# Made by Pilot: domains of shop.\n${kept.join('\n')}\n`,
  )
})

const callsToMake = async (start: World): Promise<number> => {
  const { host, world } = createFakeHost(start)
  await converge(tenantOf(), host)
  return world.calls
}
