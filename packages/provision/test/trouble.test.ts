import { allParts, speak } from '@pilot/contract'
import { createFakeHost } from '@pilot/host/fake'
import type { Host } from '@pilot/host/ports'
import { describe, expect, test } from 'vitest'
import { converge, dissolve, inspectTenant } from '../src/index.ts'
import type { StepEvent } from '../src/index.ts'
import { after } from './crash.ts'
import { inhabitedWorld, tenantOf, variants } from './worlds.ts'

describe.each(Object.entries(variants))('%s', (_, tenant) => {
  test.each(['postgresql', 'caddy', 'dbus'] as const)(
    '%s down is told by its name, and the same command heals',
    async (service) => {
      const start = await inhabitedWorld()
      const whole = (await after(start, (host) => converge(tenant, host))).snapshot()
      const { host, world } = createFakeHost(start)
      world.down(service)
      await expect(converge(tenant, host)).rejects.toMatchObject({
        problem: { code: 'service-down', service },
      })
      world.up(service)
      await converge(tenant, host)
      expect(world.snapshot()).toEqual(whole)
    },
  )
})

test('with Caddy down the files of the route are written all the same', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  world.down('caddy')
  const events: StepEvent[] = []
  await expect(converge(tenantOf(), host, { onEvent: (event) => events.push(event) })).rejects.toThrow(
    'Caddy',
  )
  expect(world.state.files.get('/var/lib/pilot/by-domain/shop.example.com.sock')?.target).toBe(
    '/run/pilot/tenants/shop.sock',
  )
  expect(events.findLast(({ step }) => step === 'route')).toMatchObject({
    event: 'step-failed',
    problem: { code: 'service-down' },
  })
})

test('a tenant with short domains is dissolved while Caddy is down', async () => {
  const start = await inhabitedWorld()
  const { host, world } = createFakeHost(await after(start, (made) => converge(tenantOf(), made)))
  world.down('caddy')
  await dissolve(tenantOf(), host, { purge: true })
  expect(world.snapshot()).toEqual(start.snapshot())
})

test('a unit that does not start is a failed step with its cause', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  world.brokenUnits.add('pilot@shop.socket')
  const failure: unknown = await converge(tenantOf(), host).catch((error: unknown) => error)
  expect(failure).toMatchObject({
    problem: {
      code: 'step-failed',
      step: 'socket',
      detail: '',
      reasons: [{ code: 'job-ended', unit: 'pilot@shop.socket', result: 'failed' }],
    },
    cause: { name: 'UnitFailed' },
  })
  world.brokenUnits.clear()
  await converge(tenantOf(), host)
  expect(world.unit('pilot@shop.socket')?.active).toBe('active')
})

test('what a step cannot mend fails it with what still differs', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  Object.assign(world.state.roles.get('shop') ?? {}, { superuser: true })
  await expect(converge(tenantOf(), host)).rejects.toMatchObject({
    problem: {
      code: 'step-failed',
      step: 'database',
      detail: '',
      reasons: [{ code: 'differs', subject: { kind: 'role', name: 'shop' }, drift: { code: 'superuser' } }],
    },
    message: expect.stringContaining('failed: role shop: is a superuser. Run the same') as string,
  })
})

test('a wrong mode, a cleared comment and a closed socket are found and mended', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  const whole = world.snapshot()
  Object.assign(world.state.files.get('/var/lib/pilot/tenants/shop') ?? {}, { mode: 0o755 })
  Object.assign(world.state.roles.get('shop') ?? {}, { login: false })
  world.changeUnit('system', 'pilot@shop.socket', 'failed', 'failed')
  const drift = (await inspectTenant(tenantOf(), host)).flatMap(({ inspection }) =>
    inspection.state === 'ours' ? inspection.drift.map(speak.stepDetail) : [inspection.state],
  )
  expect(drift).toEqual([
    '/var/lib/pilot/tenants/shop: mode 0755 instead of 0700',
    'role shop: cannot log in',
    'pilot@shop.socket: is failed',
  ])
  await converge(tenantOf(), host)
  expect(world.snapshot()).toEqual(whole)
})

test('a running program goes on through a change of its idle time and environment', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const parts = ['account', 'directories', 'units', 'socket']
  await converge(tenantOf(), host)
  world.visit('pilot@shop.socket')
  const { processes } = structuredClone(world.state)
  const { length } = world.writes
  await converge(tenantOf({ idle: 10_000, environment: { COLOR: 'red' }, parts }), host)
  expect(world.state.processes).toEqual(processes)
  expect(world.writes.slice(length).map(({ method, args }) => `${method} ${String(args[0])}`)).toEqual([
    'write /etc/pilot/tenants/shop.env',
  ])
})

test('an aborted converge begins no other step, and ends when what ran is done', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const abort = new AbortController()
  const onEvent = ({ event, step }: StepEvent): void => {
    if (event === 'step-finished' && step === 'account') abort.abort(new Error('enough'))
  }
  await expect(converge(tenantOf(), host, { onEvent, signal: abort.signal })).rejects.toThrow('enough')
  expect(world.state.accounts.has('shop')).toBe(true)
  expect(world.state.files.has('/var/lib/pilot/tenants/shop')).toBe(false)
  expect(world.state.databases.get('shop')).toMatchObject({ allowsConnections: true, publicConnect: false })
  const { length } = world.writes
  await new Promise(setImmediate)
  expect(world.writes).toHaveLength(length)
})

test('a visitor who starts the program while its socket is opened anew stands in no way', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  const whole = world.snapshot()
  const file = world.state.files.get('/run/pilot/tenants/shop.sock')
  if (file) file.gid = 0
  world.onCall = (_port, method, [unit], phase) => {
    if (method !== 'stop' || unit !== 'pilot@shop.socket' || phase !== 'before') return
    world.onCall = () => undefined
    world.visit('pilot@shop.socket')
  }
  await converge(tenantOf(), host)
  expect(world.snapshot()).toEqual(whole)
})

test('a step that fails ends the others between two steps, and is told before what was to come after it', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  world.down('postgresql')
  const events: string[] = []
  const onEvent = ({ event, step }: StepEvent): void => void events.push(`${step} ${event}`)
  await expect(converge(tenantOf(), host, { onEvent })).rejects.toMatchObject({
    problem: { code: 'service-down', service: 'postgresql' },
  })
  expect(events).toEqual([
    'account step-started',
    'account step-finished',
    'database step-started',
    'database step-failed',
  ])
  expect(world.unit('pilot@shop.socket')).toBeUndefined()
})

test('the database is made while the account is, and told after it', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  const { promise: databaseMade, resolve } = Promise.withResolvers<undefined>()
  world.onCall = (_port, method, _args, phase) => {
    if (method === 'session' && phase === 'after') resolve(undefined)
  }
  const slow: Host = {
    ...host,
    accounts: {
      ...host.accounts,
      find: (name) => host.accounts.find(name),
      findByUid: (uid) => host.accounts.findByUid(uid),
      findGroup: (name) => host.accounts.findGroup(name),
      applySysusers: (files) => databaseMade.then(() => host.accounts.applySysusers(files)),
    },
  }
  const events: string[] = []
  await converge(tenantOf(), slow, { onEvent: ({ event, step }) => events.push(`${step} ${event}`) })
  expect(events).toEqual(allParts.flatMap((step) => [`${step} step-started`, `${step} step-finished`]))
})

test('a tenant that made its database a template is purged all the same', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  const { name } = tenantOf().spec
  const database = world.state.databases.get(name)
  if (database) database.isTemplate = true

  await dissolve(tenantOf(), host, { purge: true })

  expect(world.state.databases.has(name)).toBe(false)
})

test('a database that a stop of PostgreSQL left half dropped is purged all the same', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  const database = world.state.databases.get('shop')
  if (database) database.isInvalid = true

  await dissolve(tenantOf(), host, { purge: true })

  expect(world.state.databases.has('shop')).toBe(false)
})

test('a role that another tenant gave a right to does not stand in the way of a purge', async () => {
  const { host, world } = createFakeHost(await inhabitedWorld())
  await converge(tenantOf(), host)
  const { spec, uid } = tenantOf()
  const role = world.state.roles.get(spec.name)
  if (role) role.rightElsewhere = true

  await dissolve(tenantOf(), host, { purge: true })

  expect(world.state.roles.has(spec.name)).toBe(false)
  expect(world.state.roles.get(`pilot-gone-${uid}`)).toMatchObject({ login: false, memberOf: new Set() })
  await converge(tenantOf(), host)
  expect(world.state.roles.get(spec.name)).toMatchObject({ login: true })
})
