import { LogsQuery, PilotError, speak, UnitsInput, type Finding } from '@pilot/contract'
import { describe, expect, test, vi } from 'vitest'
import { create, problemIn, readAll, root, shop, show, startTrial, type Trial } from './support/agent.ts'

const find = async ({ service }: Trial, id: string): Promise<Finding | undefined> =>
  (await service.check({})).find((finding) => finding.id === id)

describe('check', () => {
  test('every fault and note says what to do', async () => {
    const { service, world } = startTrial()
    world.state.machine.programs.clear()
    world.state.authenticationRules.length = 0
    world.state.machine.controllers = undefined
    const findings = await service.check({})
    expect(findings.filter(({ level, remedy }) => level !== 'ok' && remedy === null)).toEqual([])
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
  })

  test('a service that is down is one fault, and the rest is still checked', async () => {
    const trial = startTrial()
    trial.world.down('postgresql')
    expect(await find(trial, 'postgresql.answers')).toMatchObject({
      level: 'fault',
      found: { code: 'down', service: 'postgresql' },
      remedy: { command: 'systemctl start postgresql' },
    })
    expect(await find(trial, 'systemd.version')).toMatchObject({ level: 'ok' })
  })

  test('a PostgreSQL without a free connection is not to be started', async () => {
    const trial = startTrial()
    const full = { code: 'service-down', service: 'postgresql', detail: '', reason: 'full' } as const
    vi.spyOn(trial.host.postgres, 'version').mockRejectedValue(new PilotError(full))
    const finding = await find(trial, 'postgresql.answers')
    expect(finding).toMatchObject({ level: 'fault', found: { code: 'postgresql-full' } })
    expect(finding?.remedy && speak.remedy(finding.remedy)).toContain('max_connections')
    expect(finding?.remedy?.command).toBeNull()
  })

  test("Caddy's admin API on its TCP port is a fault", async () => {
    const trial = startTrial()
    expect(await find(trial, 'caddy.admin')).toMatchObject({ level: 'ok' })
    trial.world.state.machine.ports.add(2019)
    expect(await find(trial, 'caddy.admin')).toMatchObject({ level: 'fault' })
  })

  test('a missing route is a fault until a tenant brings it', async () => {
    const trial = startTrial()
    expect(await find(trial, 'caddy.route')).toMatchObject({ level: 'fault' })
    await create(trial)
    expect(await find(trial, 'caddy.route')).toMatchObject({ level: 'ok' })
  })

  test('a line for all before those for tenants is a fault, because the first that matches decides', async () => {
    const trial = startTrial()
    expect(await find(trial, 'postgresql.peer')).toMatchObject({ level: 'ok' })
    trial.world.state.authenticationRules.reverse()
    expect(await find(trial, 'postgresql.peer')).toMatchObject({ level: 'fault' })
  })

  test('a role pilot that is superuser is a fault', async () => {
    const trial = startTrial()
    const role = trial.world.state.roles.get('pilot')
    if (role !== undefined) role.superuser = true
    expect(await find(trial, 'postgresql.role')).toMatchObject({ level: 'fault' })
  })

  test('a degraded tenant is named', async () => {
    const trial = startTrial()
    trial.world.brokenUnits.add('pilot@shop.socket')
    await create(trial)
    expect(await find(trial, 'tenants.degraded')).toMatchObject({
      level: 'fault',
      found: { code: 'tenants', names: ['shop'], more: 0 },
      remedy: { command: 'pilot show shop' },
    })
  })
})

test('units are told with the account that they run as', async () => {
  const { service } = startTrial()
  const reports = await service.units(
    UnitsInput.parse({ units: ['caddy.service', 'postgresql.service', 'no.service'] }),
  )
  expect(reports).toMatchObject([
    { unit: 'caddy.service', active: 'active', user: 'caddy', uid: 999, lingering: false },
    { unit: 'postgresql.service', user: 'root', uid: 0 },
    { unit: 'no.service', load: 'not-found', user: null, uid: null },
  ])
})

test('logs of a tenant are those of its units, oldest first', async () => {
  const trial = startTrial()
  await create(trial)
  trial.world.log({ unit: 'pilot@shop.service', identifier: 'server', message: 'one' })
  trial.world.log({ unit: 'pilot@other.service', identifier: 'server', message: 'foreign' })
  trial.world.log({ unit: 'pilot@shop.service', identifier: 'server', message: 'two' })
  const lines: string[] = []
  const query = LogsQuery.parse({ ...shop, lines: 10 })
  for await (const { message } of trial.service.logs(query, root, new AbortController().signal))
    lines.push(message)
  expect(lines).toEqual(['one', 'two'])
})

test('a tenant whose purge failed is shown, and its logs are read', async () => {
  const trial = startTrial()
  await create(trial)
  trial.world.log({ unit: 'pilot@shop.service', identifier: 'server', message: 'one' })
  trial.world.down('postgresql')
  expect(await problemIn(trial.service.deleteTenant({ ...shop, purge: true }, root))).toBeDefined()
  expect((await show(trial)).problem).toMatchObject({ code: 'service-down' })
  const query = LogsQuery.parse({ ...shop, lines: 10 })
  const lines = await Array.fromAsync(trial.service.logs(query, root, new AbortController().signal))
  expect(lines.map(({ message }) => message)).toContain('one')
})

test('a user-scope tenant is seen through its own manager', async () => {
  const trial = startTrial()
  expect(await create(trial, { scope: 'user' })).toBeUndefined()
  expect((await trial.service.wake(shop, root)).state).toBe('awake')
  expect((await trial.service.sleep(shop, root)).state).toBe('asleep')
  await readAll(trial.service.suspend(shop, root))
  expect((await show(trial)).state).toBe('suspended')
})
