import { allParts, defaultIdle, Domain, ListQuery, SetTenantInput, TenantName } from '@pilot/contract'
import { firstTenantUid } from '@pilot/render'
import { describe, expect, test } from 'vitest'
import {
  create,
  problemIn,
  readAll,
  root,
  shop,
  show,
  startTrial,
  thrownBy,
  wanted,
} from './support/agent.ts'

describe('create-tenant', () => {
  test('makes a whole tenant that is asleep', async () => {
    const trial = startTrial()
    const events = await readAll(trial.service.createTenant(wanted({}), root))
    expect(events.at(-1)).toMatchObject({ event: 'finished', done: 1, failed: 0 })
    expect(await show(trial)).toMatchObject({
      state: 'asleep',
      urls: ['http://shop.localhost'],
      uid: firstTenantUid,
    })
  })

  test('once more changes nothing and succeeds', async () => {
    const trial = startTrial()
    await create(trial)
    trial.world.writes.length = 0
    expect(await create(trial)).toBeUndefined()
    expect(trial.world.writes).toEqual([])
  })

  test('with other settings names the first difference and changes nothing', async () => {
    const trial = startTrial()
    await create(trial, { domains: ['a.example.com'] })
    const again = readAll(trial.service.createTenant(wanted({ domains: ['b.example.com'] }), root))
    expect(await thrownBy(again)).toEqual({
      code: 'tenant-exists',
      tenant: 'shop',
      difference: { code: 'domains', domain: null, value: ['a.example.com'] },
    })
    expect((await show(trial)).spec.domains).toEqual(['a.example.com'])
  })

  test('refuses a domain of another tenant', async () => {
    const trial = startTrial()
    await create(trial)
    const other = readAll(
      trial.service.createTenant(wanted({ name: 'other', domains: ['shop.localhost'] }), root),
    )
    expect(await thrownBy(other)).toEqual({ code: 'domain-taken', domain: 'shop.localhost', tenant: 'shop' })
  })

  test('refuses settings of a domain that the tenant does not have, and so does set', async () => {
    const trial = startTrial()
    const strange = { domainSettings: { [Domain.parse('stray.example.com')]: {} } }
    const refused = {
      code: 'invalid-input',
      field: 'domainSettings',
      fault: { code: 'domain-strange', domain: 'stray.example.com' },
    }
    expect(await thrownBy(readAll(trial.service.createTenant(wanted(strange), root)))).toEqual(refused)
    expect(trial.store.tenants.list()).toEqual([])
    await create(trial)
    const changed = trial.service.setTenant(SetTenantInput.parse({ name: 'shop', ...strange }), root)
    expect(await thrownBy(readAll(changed))).toEqual(refused)
  })

  test('two at once never get the same uid or domain', async () => {
    const trial = startTrial()
    const both = await Promise.allSettled(
      ['one', 'two'].map((name) =>
        readAll(trial.service.createTenant(wanted({ name, domains: ['a.example.com'] }), root)),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await create(trial, { name: 'three' })
    const uids = trial.store.tenants.list().map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(2)
  })

  test('a failed step leaves a degraded tenant, and the same command heals it', async () => {
    const trial = startTrial()
    trial.world.down('postgresql')
    expect(await create(trial)).toMatchObject({ code: 'service-down', service: 'postgresql' })
    expect(await show(trial)).toMatchObject({ state: 'degraded', failedStep: 'database' })
    trial.world.up('postgresql')
    expect(await create(trial)).toBeUndefined()
    expect(await show(trial)).toMatchObject({ state: 'asleep', problem: null, failedStep: null })
  })

  test('a degraded tenant takes the settings of the next command', async () => {
    const trial = startTrial()
    trial.world.down('postgresql')
    await create(trial, { domains: ['a.example.com'] })
    trial.world.up('postgresql')
    expect(await create(trial, { domains: ['b.example.com'] })).toBeUndefined()
    expect((await show(trial)).spec.domains).toEqual(['b.example.com'])
  })

  test('of another scope is refused also where the first was not made to its end', async () => {
    const trial = startTrial()
    trial.world.down('caddy')
    await create(trial, { scope: 'system' })
    trial.world.up('caddy')
    const other = readAll(trial.service.createTenant(wanted({ scope: 'user' }), root))
    expect(await thrownBy(other)).toEqual({
      code: 'tenant-exists',
      tenant: 'shop',
      difference: { code: 'scope', domain: null, value: 'system' },
    })
    expect((await show(trial)).spec.scope).toBe('system')
    expect(await create(trial)).toBeUndefined()
  })

  test('keeps the scope of one whose deletion did not end, since its units may still be there', async () => {
    const trial = startTrial()
    await create(trial, { scope: 'user', idle: 1000 })
    trial.world.down('postgresql')
    expect(await problemIn(trial.service.deleteTenant({ ...shop, purge: false }, root))).toBeDefined()
    trial.world.up('postgresql')
    const other = readAll(trial.service.createTenant(wanted({ scope: 'system' }), root))
    expect(await thrownBy(other)).toMatchObject({ code: 'tenant-exists', difference: { code: 'scope' } })
    expect(await create(trial)).toBeUndefined()
    expect((await show(trial)).spec).toMatchObject({ scope: 'user', idle: defaultIdle })
    await problemIn(trial.service.deleteTenant({ ...shop, purge: false }, root))
    expect(await create(trial, { scope: 'system' })).toBeUndefined()
  })

  test('a stranger of the same name is left alone and not remembered', async () => {
    const trial = startTrial()
    const name = TenantName.parse('alice')
    const account = { name, uid: 1000, gid: 1000, gecos: 'Alice', home: '/home/alice', shell: '/bin/bash' }
    trial.world.state.accounts.set(name, account)
    expect(await create(trial, { name })).toMatchObject({ code: 'foreign-resource', kind: 'account', name })
    expect(trial.world.state.accounts.get(name)).toEqual(account)
    expect(trial.store.tenants.list()).toEqual([])
  })

  test('another program than Node is proxied unless told otherwise', async () => {
    const trial = startTrial()
    await create(trial, { command: ['/usr/bin/python3', 'app.py'] })
    expect((await show(trial)).spec.activation).toBe('proxied')
  })

  test('another command comes with its default activation, unless one was chosen before', async () => {
    const trial = startTrial()
    const { setTenant } = trial.service
    const other = { ...shop, command: ['/usr/bin/python3', 'app.py'] }
    await create(trial)
    await problemIn(setTenant(other, root))
    expect((await show(trial)).spec.activation).toBe('proxied')
    // Chosen, though it is the default of the command that stands.
    await problemIn(setTenant({ ...shop, activation: 'proxied' }, root))
    await problemIn(setTenant({ ...shop, command: ['/srv/shop/server.js'] }, root))
    expect((await show(trial)).spec.activation).toBe('proxied')
    await problemIn(setTenant({ ...shop, activation: 'native' }, root))
    await problemIn(setTenant(other, root))
    expect((await show(trial)).spec.activation).toBe('native')
  })

  test('what was chosen when it was made stays too, also where making it is finished by another command', async () => {
    const trial = startTrial()
    trial.world.down('postgresql')
    await create(trial, { activation: 'native' })
    trial.world.up('postgresql')
    await create(trial, { command: ['/usr/bin/python3', 'app.py'] })
    expect((await show(trial)).spec.activation).toBe('native')
    await problemIn(trial.service.setTenant({ ...shop, command: ['/bin/true'] }, root))
    expect((await show(trial)).spec.activation).toBe('native')
  })
})

test('a deleted tenant that is to be changed is told to be deleted', async () => {
  const trial = startTrial()
  await create(trial)
  await problemIn(trial.service.deleteTenant({ ...shop, purge: false }, root))
  const { setTenant, wake, planSet } = trial.service
  for (const change of [
    async () => readAll(setTenant(shop, root)),
    () => wake(shop, root),
    () => planSet(shop),
  ])
    expect(await thrownBy(change())).toEqual({ code: 'tenant-not-found', tenant: 'shop', deleted: true })
})

test('a variable that is not there cannot be taken away', async () => {
  const trial = startTrial()
  await create(trial, { environment: { A: '1' } })
  await expect(
    readAll(trial.service.setTenant({ ...shop, unsetEnvironment: ['NOPE'] }, root)),
  ).rejects.toMatchObject({
    problem: { code: 'not-found', what: { code: 'variable', variable: 'NOPE', tenant: 'shop' } },
  })
})

describe('parts of a tenant', () => {
  test('create-user alone gives a partial tenant, which create-tenant completes', async () => {
    const trial = startTrial()
    expect(await problemIn(trial.service.createUser(shop, root))).toBeUndefined()
    expect(await show(trial)).toMatchObject({ state: 'partial', spec: { parts: ['account', 'directories'] } })
    expect(await create(trial, { domains: ['a.example.com'] })).toBeUndefined()
    expect(await show(trial)).toMatchObject({ state: 'asleep', spec: { domains: ['a.example.com'] } })
    expect(trial.store.tenants.find(shop.name)?.spec).not.toHaveProperty('parts')
  })

  test('the four commands together make a whole tenant', async () => {
    const { service, ...trial } = startTrial()
    for (const events of [
      service.createUser(shop, root),
      service.setupDatabase(shop, root),
      service.setupSystemd(shop, root),
      service.setupProxy({ ...shop, domains: [Domain.parse('a.example.com')] }, root),
    ])
      expect(await problemIn(events)).toBeUndefined()
    expect(await service.show(shop, root)).toMatchObject({ state: 'asleep', urls: ['http://a.example.com'] })
    expect(trial.store.operations.unfinished()).toEqual([])
    expect(trial.store.tenants.find(shop.name)?.spec).not.toHaveProperty('parts')
  })

  test('setup-systemd keeps the scope that create-user was given', async () => {
    const { service, ...trial } = startTrial()
    await problemIn(service.createUser({ ...shop, scope: 'system' }, root))
    expect(await thrownBy(readAll(service.setupSystemd({ ...shop, scope: 'user' }, root)))).toMatchObject({
      code: 'tenant-exists',
      difference: { code: 'scope', value: 'system' },
    })
    expect(trial.store.tenants.find(shop.name)?.spec.scope).toBe('system')
  })

  test.each(['setupDatabase', 'setupSystemd', 'setupProxy'] as const)(
    '%s needs the account',
    async (method) => {
      const { service } = startTrial()
      expect((await thrownBy(readAll(service[method](shop, root)))).code).toBe('not-found')
    },
  )
})

describe('set', () => {
  const set = (input: object) => SetTenantInput.parse({ ...shop, ...input })

  test('changes what is named and keeps the rest', async () => {
    const trial = startTrial()
    await create(trial, { environment: { A: '1', B: '2' }, limits: { memoryMax: 8_388_608, tasksMax: 10 } })
    const changes = {
      setEnvironment: { C: '3' },
      unsetEnvironment: ['A'],
      limits: { memoryMax: null },
      idle: 10_000,
    }
    expect(await problemIn(trial.service.setTenant(set(changes), root))).toBeUndefined()
    const { spec } = await show(trial)
    expect(spec).toMatchObject({ environment: { B: '2', C: '3' }, limits: { tasksMax: 10 }, idle: 10_000 })
    expect(spec.limits).not.toHaveProperty('memoryMax')
  })

  test('adds and removes domains', async () => {
    const trial = startTrial()
    await create(trial)
    const changes = { addDomains: ['a.example.com'], removeDomains: ['shop.localhost'] }
    await problemIn(trial.service.setTenant(set(changes), root))
    expect((await show(trial)).spec.domains).toEqual(['a.example.com'])
    await create(trial, { name: 'other', domains: ['shop.localhost'] })
  })

  test('leaves at least one domain', async () => {
    const trial = startTrial()
    await create(trial)
    const removal = readAll(trial.service.setTenant(set({ removeDomains: ['shop.localhost'] }), root))
    expect(await thrownBy(removal)).toMatchObject({ code: 'invalid-input', field: 'removeDomains' })
  })

  test('of a tenant that is not there is tenant-not-found', async () => {
    const { service } = startTrial()
    expect((await thrownBy(readAll(service.setTenant(set({ idle: 10_000 }), root)))).code).toBe(
      'tenant-not-found',
    )
  })
})

describe('delete-tenant', () => {
  test('keeps the data and the uid, and create-tenant adopts both', async () => {
    const trial = startTrial()
    await create(trial)
    await problemIn(trial.service.deleteTenant({ ...shop, purge: false }, root))
    expect((await show(trial)).state).toBe('deleted')
    expect(trial.world.state.databases.has('shop')).toBe(true)
    await create(trial, { name: 'other' })
    expect(trial.store.tenants.find(TenantName.parse('other'))?.uid).toBe(firstTenantUid + 1)
    expect(await create(trial)).toBeUndefined()
    expect(await show(trial)).toMatchObject({ state: 'asleep', uid: firstTenantUid })
  })

  test('with purge leaves nothing, and frees the uid', async () => {
    const trial = startTrial()
    const before = trial.world.snapshot()
    await create(trial)
    expect(await problemIn(trial.service.deleteTenant({ ...shop, purge: true }, root))).toBeUndefined()
    expect(trial.store.tenants.list()).toEqual([])
    // The route of all tenants stays in Caddy.
    expect({ ...(trial.world.snapshot() as object), caddy: 0 }).toEqual({ ...(before as object), caddy: 0 })
  })

  test('a deleted tenant is not listed unless asked for, and frees its domain', async () => {
    const trial = startTrial()
    await create(trial)
    await problemIn(trial.service.deleteTenant({ ...shop, purge: false }, root))
    const query = { sort: 'name', descending: false, offset: 0, limit: 10 } as const
    expect((await trial.service.list({ ...query, deleted: false }, root)).tenants).toEqual([])
    expect((await trial.service.list({ ...query, deleted: true }, root)).tenants).toHaveLength(1)
    expect(await create(trial, { name: 'other', domains: ['shop.localhost'] })).toBeUndefined()
  })

  test('of a tenant that is not there is tenant-not-found', async () => {
    const { service } = startTrial()
    expect((await thrownBy(readAll(service.deleteTenant({ ...shop, purge: false }, root)))).code).toBe(
      'tenant-not-found',
    )
  })
})

describe('suspend, resume, wake and sleep', () => {
  test('a suspended tenant cannot be woken until it is resumed', async () => {
    const trial = startTrial()
    await create(trial)
    await problemIn(trial.service.suspend(shop, root))
    expect((await show(trial)).state).toBe('suspended')
    expect(await thrownBy(trial.service.wake(shop, root))).toMatchObject({
      code: 'wrong-state',
      state: 'suspended',
    })
    await problemIn(trial.service.resume(shop, root))
    expect((await trial.service.wake(shop, root)).state).toBe('awake')
    expect((await trial.service.sleep(shop, root)).state).toBe('asleep')
  })

  test('a program that does not start is told, not thrown as unknown', async () => {
    const trial = startTrial()
    await create(trial)
    trial.world.brokenUnits.add('pilot@shop.service')
    expect(await thrownBy(trial.service.wake(shop, root))).toMatchObject({
      code: 'step-failed',
      step: 'units',
      reasons: [{ code: 'unit-did-not-start', unit: 'pilot@shop.service' }],
    })
  })

  test('show tells processes and connections of one that runs', async () => {
    const trial = startTrial()
    await create(trial)
    const status = await trial.service.wake(shop, root)
    expect(status).toMatchObject({ processes: [{}], connections: 0, memoryCurrent: 30_000_000 })
  })
})

test('--dry-run stores and changes nothing', async () => {
  const trial = startTrial()
  const steps = await trial.service.planCreate(wanted({}))
  expect(steps.map(({ action }) => action)).toEqual(allParts.map(() => 'create'))
  expect(trial.world.writes).toEqual([])
  expect(trial.store.tenants.list()).toEqual([])
  await create(trial)
  expect((await trial.service.planDelete({ ...shop, purge: true })).map(({ action }) => action)).toContain(
    'remove',
  )
  expect((await show(trial)).state).toBe('asleep')
})

test('a tenant sleeps since its run ended or its socket was opened, and one that never ran is told of no run', async () => {
  const trial = startTrial()
  await create(trial)
  const changedAt = (unit: string): string =>
    new Date(trial.world.unit(unit)?.stateChangedAt ?? 0).toISOString()
  expect(await show(trial)).toMatchObject({
    since: changedAt('pilot@shop.socket'),
    reason: { code: 'listening', ranUntil: null },
  })
  trial.world.visit('pilot@shop.socket')
  trial.world.endService('pilot@shop.service')
  const ranUntil = changedAt('pilot@shop.service')
  expect(await show(trial)).toMatchObject({ since: ranUntil, reason: { code: 'listening', ranUntil } })
  await problemIn(trial.service.suspend(shop, root))
  await problemIn(trial.service.resume(shop, root))
  const opened = changedAt('pilot@shop.socket')
  expect(opened > ranUntil).toBe(true)
  const { tenants } = await trial.service.list(ListQuery.parse({}), root)
  for (const status of [...tenants, await show(trial)]) expect(status.since).toBe(opened)
  expect((await show(trial)).reason).toEqual({ code: 'listening', ranUntil })
})

test('a list of many tenants is one call of systemd, and one for each row that is shown', async () => {
  const trial = startTrial()
  const input = { count: 20, prefix: 'fake' }
  await readAll(trial.service.createMany(input, root))
  const calls: string[] = []
  trial.world.onCall = (port, method, _args, phase) => {
    if (phase === 'before') calls.push(`${port}.${method}`)
  }
  const { tenants, counts } = await trial.service.list(ListQuery.parse({ limit: 5 }), root)
  expect(calls).toEqual(['systemd.listStates', 'systemd.changedAt'])
  expect(tenants.map(({ name }) => name)).toEqual(['fake1', 'fake2', 'fake3', 'fake4', 'fake5'])
  expect(counts.asleep).toBe(20)
})

test('create-fake-users goes on after one that fails, and counts it', async () => {
  const trial = startTrial()
  await create(trial, { name: 'fake2', idle: 1000 })
  const events = await readAll(
    trial.service.createMany({ count: 3, prefix: 'fake', idle: wanted({ idle: 2000 }).idle }, root),
  )
  expect(events.at(-1)).toMatchObject({ event: 'finished', done: 2, failed: 1 })
  expect(events).toContainEqual(
    expect.objectContaining({
      event: 'tenant-finished',
      tenant: 'fake2',
      problem: expect.objectContaining({ code: 'tenant-exists' }) as unknown,
    }),
  )
})

test('every change is in the audit with its actor, result and no secret', async () => {
  const trial = startTrial()
  await create(trial, { environment: { TOKEN: 'hunter2' } })
  await thrownBy(readAll(trial.service.createTenant(wanted({ idle: 1000 }), root)))
  await problemIn(trial.service.suspend(shop, root))
  const entries = await trial.service.audit({ limit: 10 })
  expect(entries.map(({ action, result, actor }) => [action, result, actor])).toEqual([
    ['suspend', 'done', root.actor],
    ['createTenant', 'tenant-exists', root.actor],
    ['createTenant', 'done', root.actor],
  ])
  expect(JSON.stringify(entries)).not.toContain('hunter2')
  expect(trial.store.audit.findBreak()).toBeUndefined()
})
