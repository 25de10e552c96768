import type { Caller } from '@pilot/api/service'
import {
  TenantName,
  CreateListInput,
  explain,
  explainState,
  ListQuery,
  LogsQuery,
  SetTenantInput,
  type Role,
  type WatchEvent,
} from '@pilot/contract'
import type { UnitEventQuery } from '@pilot/host/ports'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { firstTenantUid, paths } from '@pilot/render'
import { once } from 'node:events'
import { create, problemIn, readAll, root, shop, show, startTrial, type Trial } from './support/agent.ts'

const never = new AbortController().signal

const signedIn = (role: Role): Caller => ({
  ...root,
  source: 'bridge',
  operator: { name: 'vera', role, credential: 'session', id: 's1' },
})

/** An agent whose clock is that of its world. */
const begin = async (input: object = {}): Promise<Trial> => {
  const trial: Trial = startTrial({ now: () => new Date(trial.world.state.now) })
  expect(await create(trial, input)).toBeUndefined()
  return trial
}

/** Reads the events of a watch into a list, until the test ends. */
const watch = (trial: Trial, caller = root): { events: WatchEvent[]; stop: () => void } => {
  const left = new AbortController()
  const events: WatchEvent[] = []
  void (async () => {
    for await (const event of trial.service.watch({}, caller, left.signal)) events.push(event)
  })()
  onTestFinished(() => left.abort())
  return { events, stop: () => left.abort() }
}

const statesIn = (events: readonly WatchEvent[]): string[] =>
  events.flatMap(({ changed }) => changed.map(({ name, state }) => `${name} ${state}`))

describe('watch', () => {
  test('says at once that it stands, and how things are counted', async () => {
    const trial = await begin()
    const { events } = watch(trial)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    expect(events[0]).toMatchObject({ changed: [], removed: [], counts: { asleep: 1, awake: 0 } })
  })

  test('tells what somebody changes behind our back', async () => {
    const trial = await begin()
    const { events } = watch(trial)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    await trial.host.systemd.stop('pilot@shop.socket')
    await vi.waitFor(() => expect(statesIn(events)).toEqual(['shop degraded']))
    expect(events.at(-1)?.counts).toMatchObject({ asleep: 0, degraded: 1 })
    expect(events.at(-1)?.changed[0]?.since).not.toBeNull()
  })

  test('tells what operations change, and who is gone', async () => {
    const trial = await begin()
    const { events } = watch(trial)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    await create(trial, { name: 'other' })
    await vi.waitFor(() => expect(statesIn(events)).toContain('other asleep'))
    await readAll(trial.service.suspend(shop, root))
    await vi.waitFor(() => expect(statesIn(events)).toContain('shop suspended'))
    await readAll(trial.service.deleteTenant({ ...shop, purge: true }, root))
    await vi.waitFor(() => expect(events.flatMap(({ removed }) => removed)).toEqual(['shop']))
  })

  test('sees tenants whose own manager tells nobody', async () => {
    const trial = await begin({ scope: 'user' })
    const { events } = watch(trial)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    const uid = trial.store.tenants.find(shop.name)?.uid
    trial.world.visit('pilot.socket', String(uid))
    await vi.waitFor(() => expect(statesIn(events)).toEqual(['shop awake']), { timeout: 4000 })
  })

  test('holds of a slow reader only the newest of each tenant', async () => {
    const trial = await begin()
    const left = new AbortController()
    onTestFinished(() => left.abort())
    const slow = trial.service.watch({}, root, left.signal)[Symbol.asyncIterator]()
    await slow.next()
    const { events } = watch(trial)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    for (const verb of ['wake', 'sleep', 'wake'] as const) {
      const before = events.length
      await trial.service[verb](shop, root)
      await vi.waitFor(() => expect(events.length).toBeGreaterThan(before))
    }
    const { value } = (await slow.next()) as IteratorResult<WatchEvent, WatchEvent>
    expect(statesIn([value])).toEqual(['shop awake'])
  })

  test('observes nothing once the last reader has left', async () => {
    const trial = await begin()
    const [first, second] = [watch(trial), watch(trial)]
    await vi.waitFor(() => expect([first.events.length, second.events.length]).toEqual([1, 1]))
    expect(trial.world.events.listenerCount('unit')).toBe(1)
    first.stop()
    second.stop()
    await vi.waitFor(() => expect(trial.world.events.listenerCount('unit')).toBe(0))
    const third = watch(trial)
    await trial.service.wake(shop, root)
    await vi.waitFor(() => expect(third.events.at(-1)?.counts.awake).toBe(1))
  })
})

describe('a viewer', () => {
  const secret = 'hunter2-of-shop'
  const seenBy = async (trial: Trial, caller: Caller): Promise<string> => {
    const { events } = watch(trial, caller)
    await vi.waitFor(() => expect(events).toHaveLength(1))
    await trial.service.wake(shop, root)
    await vi.waitFor(() => expect(statesIn(events)).toContain('shop awake'))
    return JSON.stringify([
      events,
      await trial.service.list(ListQuery.parse({}), caller),
      await trial.service.show(shop, caller),
      await trial.service.inspect(shop, caller),
    ])
  }

  const withSecrets = async (): Promise<Trial> => {
    const trial = await begin({ environment: { TOKEN: secret } })
    const text = `[Service]\nEnvironment="A=${secret} x" B=${secret} \\\n  C='${secret}'\nNice=5\n`
    trial.world.putFile('/etc/systemd/system/pilot@shop.service.d/60-own.conf', { text })
    return trial
  }

  test('sees names of environment variables and no value', async () => {
    const seen = await seenBy(await withSecrets(), signedIn('viewer'))
    expect(seen).not.toContain(secret)
    expect(seen).toContain('"TOKEN":"***"')
    expect(seen).toContain('Environment=A=*** B=*** C=***\\nNice=5')
  })

  test('of another role sees the values, but the file of secrets is shown to nobody', async () => {
    const trial = await withSecrets()
    expect(await seenBy(trial, signedIn('operator'))).toContain(`"TOKEN":"${secret}"`)
    const { units } = await trial.service.inspect(shop, root)
    expect(units.flatMap(({ files }) => files.map(({ path }) => path))).not.toContain(
      '/etc/pilot/tenants/shop.env',
    )
  })
})

describe('show', () => {
  const path = '/run/pilot/tenants/shop.sock'

  test('says what keeps a tenant awake, and when it will sleep', async () => {
    const trial = await begin()
    expect(await show(trial)).toMatchObject({ connections: 0, pss: null })
    await trial.service.wake(shop, root)
    expect(await show(trial)).toMatchObject({
      connections: 0,
      pss: 14_200_000,
      reason: { code: 'awake-until-idle', idle: 300_000 },
    })
    expect(explainState((await show(trial)).reason)).toBe('It goes to sleep when idle for 5min.')
    trial.world.connect(path, 1)
    expect(explainState((await show(trial)).reason)).toBe('It is kept awake by 1 connection.')
    trial.world.connect(path, 3)
    expect(await show(trial)).toMatchObject({
      connections: 3,
      reason: { code: 'kept-awake', connections: 3 },
    })
  })

  test('says when one that sleeps ran last', async () => {
    const trial = await begin()
    expect(explainState((await show(trial)).reason)).toBe('Its socket listens; the next request wakes it.')
    await trial.service.wake(shop, root)
    expect(explainState((await trial.service.sleep(shop, root)).reason)).toBe(
      'Its socket listens; the next request wakes it. It ran last until 2026-01-01 00:00 UTC.',
    )
  })
})

describe('wakes', () => {
  const query = { hours: 24, limit: 10 }

  test.each(['system', 'user'])('are the runs of a program in %s scope, newest first', async (scope) => {
    const trial = await begin({ scope })
    await trial.service.wake(shop, root)
    await trial.service.sleep(shop, root)
    await trial.service.wake(shop, root)
    const [last, first, ...more] = await trial.service.wakes({ ...query, ...shop }, root, never)
    expect(last).toMatchObject({ tenant: 'shop', endedAt: null, result: null, startMilliseconds: 0 })
    expect(first?.endedAt).not.toBeNull()
    expect(more).toEqual([])
    expect(await trial.service.wakes(query, root, never)).toEqual([last, first])
  })

  test('tell how a program failed', async () => {
    const trial = await begin()
    trial.world.visit('pilot@shop.socket')
    trial.world.endService('pilot@shop.service', 'oom-kill', 9)
    expect(await trial.service.wakes(query, root, never)).toMatchObject([
      { tenant: 'shop', result: 'oom-kill' },
    ])
  })

  test('of a proxied tenant are those of its program', async () => {
    const trial = await begin({ command: ['/usr/bin/python3', 'app.py'] })
    await trial.service.wake(shop, root)
    expect(await trial.service.wakes(query, root, never)).toHaveLength(1)
  })
})

/** A journal whose events nobody finishes to read, as one that a tenant fills; it tells what was asked and left. */
const fillJournal = (trial: Trial) => {
  const queries: UnitEventQuery[] = []
  const left: unknown[] = []
  vi.spyOn(trial.host.journal, 'unitEvents').mockImplementation(async function* (query, signal) {
    queries.push(query)
    await once(signal, 'abort')
    left.push(signal.reason)
    signal.throwIfAborted()
    yield* []
  })
  return { queries, left }
}

describe('overview', () => {
  test('counts, weighs and asks after the services', async () => {
    const trial = await begin()
    await create(trial, { name: 'other' })
    await trial.service.wake(shop, root)
    expect(await trial.service.overview({}, root, never)).toMatchObject({
      ownManagers: 0,
      hostname: 'pilot-test',
      counts: { awake: 1, asleep: 1 },
      total: 2,
      memory: { tenants: { processes: 1, pss: 14_200_000 }, systemd: { processes: 1 } },
      services: [{ ok: true }, { ok: true }, { ok: true }],
      lastWakes: [{ tenant: 'shop', endedAt: null }],
    })
  })

  test('counts the tenants whose own systemd stays while they sleep', async () => {
    const trial = await begin()
    for (const name of ['a', 'b']) await create(trial, { name, scope: 'user' })
    await readAll(trial.service.suspend({ name: TenantName.parse('b') }, root))
    expect((await trial.service.overview({}, root, never)).ownManagers).toBe(1)
  })

  test('says what to do about each service that is down, and tells the rest', async () => {
    const trial = await begin()
    for (const service of ['postgresql', 'caddy', 'dbus'] as const) trial.world.down(service)
    const { services, counts, total } = await trial.service.overview({}, root, never)
    expect(services.map(({ ok }) => ok)).toEqual([false, false, false])
    const postgresql = services.find(({ service }) => service === 'postgresql')
    const problem = postgresql?.ok === false ? postgresql.problem : undefined
    expect(problem).toMatchObject({ code: 'service-down', service: 'postgresql' })
    expect(problem && explain(problem)).toContain('systemctl start postgresql')
    expect([counts.degraded, total]).toEqual([1, 1])
  })

  afterEach(() => vi.restoreAllMocks())

  test('does not wait for a service that hangs', async () => {
    const trial = await begin()
    vi.spyOn(trial.host.postgres, 'version').mockReturnValue(new Promise(() => undefined))
    const { services } = await trial.service.overview({}, root, never)
    expect(services.map(({ ok }) => ok)).toEqual([true, false, true])
  })

  test('reads the journal once for all who ask, and no longer than they wait', async () => {
    const trial = await begin()
    const { queries, left } = fillJournal(trial)
    const seen = await Promise.all([1, 2, 3].map(() => trial.service.overview({}, root, never)))
    expect(seen.map(({ lastWakes }) => lastWakes)).toEqual([[], [], []])
    expect([queries.length, left.length]).toEqual([1, 1])
  })

  test('leaves the journal when its caller leaves', async () => {
    const trial = await begin()
    const { queries, left } = fillJournal(trial)
    const caller = new AbortController()
    const overview = trial.service.overview({}, root, caller.signal)
    await vi.waitFor(() => expect(queries).toHaveLength(1))
    caller.abort('it left')
    await overview
    expect(left).toEqual(['it left'])
  })

  test('asks the journal for events of the tenants in user scope, and of no other account', async () => {
    const trial = await begin()
    const asked = vi.spyOn(trial.host.journal, 'unitEvents')
    await trial.service.overview({}, root, never)
    expect(asked.mock.lastCall?.[0].userUnit?.uids).toEqual([])
    await create(trial, { name: 'own', scope: 'user' })
    const uid = trial.store.tenants.list().find(({ spec }) => spec.name === 'own')?.uid
    await trial.service.wakes({ hours: 24, limit: 10 }, root, never)
    expect(asked.mock.lastCall?.[0].userUnit?.uids).toEqual([uid])
  })
})

describe('inspect', () => {
  test('shows what stands on the machine', async () => {
    const trial = await begin({ limits: { memoryMax: 8_388_608, cpuQuota: 50 } })
    const found = await trial.service.inspect(shop, root)
    expect(found).toMatchObject({
      account: { gecos: 'Pilot tenant shop' },
      limits: { memoryMax: 8_388_608, cpuQuota: 50, tasksMax: null },
      role: { name: 'shop', login: true, superuser: false },
      database: { name: 'shop', owner: 'shop' },
      routes: [{ domain: 'shop.localhost', target: '/run/pilot/tenants/shop.sock' }],
      faults: [],
    })
    expect(found.units.map(({ name, active }) => `${name} ${active}`)).toEqual([
      'pilot@shop.socket active',
      'pilot@shop.service inactive',
    ])
    expect(found).toMatchObject({ sandbox: [], cell: { path: paths.tenantCell }, confinement: null })
  })

  test('tells what confines the program that runs, and who makes it', async () => {
    const trial = await begin({})
    await trial.service.wake(shop, root)
    const { confinement } = await trial.service.inspect(shop, root)
    expect(confinement).toMatchObject({ noNewPrivileges: true, filters: 1, uid: firstTenantUid })
    await readAll(trial.service.setTenant(SetTenantInput.parse({ ...shop, sandbox: 'systemd' }), root))
    const found = await trial.service.inspect(shop, root)
    expect(found).toMatchObject({ cell: null, confinement: { uid: firstTenantUid } })
    expect(found.sandbox).toContainEqual({ directive: 'User', value: 'shop' })
  })

  test('tells of no process that is not the tenant’s, whatever its own manager says', async () => {
    const trial = await begin({ scope: 'user' })
    const { userManagers } = trial.host
    const honest = userManagers.of.bind(userManagers)
    vi.spyOn(userManagers, 'of').mockImplementation((account) => ({
      ...honest(account),
      inspectService: async (unit) => ({
        ...(await honest(account).inspectService(unit)),
        mainPid: process.pid,
      }),
    }))
    expect((await trial.service.inspect(shop, root)).confinement).toBeNull()
  })

  test('tells of a service that is down in one sentence, and all else', async () => {
    const trial = await begin()
    trial.world.down('postgresql')
    const found = await trial.service.inspect(shop, root)
    expect(found.faults).toMatchObject([{ code: 'service-down', service: 'postgresql' }])
    expect(found).toMatchObject({ role: null, database: null, account: { gecos: 'Pilot tenant shop' } })
    expect(found.units).toHaveLength(2)
  })

  test('reads no file but units, whatever the manager of a tenant says', async () => {
    const trial = await begin({ scope: 'user' })
    const units = '/var/lib/pilot/tenants/shop/.config/systemd/user'
    const { userManagers } = trial.host
    const honest = userManagers.of.bind(userManagers)
    vi.spyOn(userManagers, 'of').mockImplementation((account) => ({
      ...honest(account),
      inspect: async (unit) => ({
        ...(await honest(account).inspect(unit)),
        fragmentPath: '/etc/shadow',
        dropInPaths: [`${units}/../../../../../pilot.db`, `${units}/pilot.service`, `${units}/pilot.service`],
      }),
    }))
    for (const path of ['/etc/shadow', `${units}/../../../../../pilot.db`])
      trial.world.putFile(path, { text: 'secret of root' })
    const found = await trial.service.inspect(shop, root)
    expect(JSON.stringify(found)).not.toContain('secret of root')
    expect(found.units[0]?.files.map(({ path }) => path)).toEqual([`${units}/pilot.service`])
  })
})

describe('available', () => {
  test('tells names that are free, taken, kept and somebody else’s', async () => {
    const trial = await begin()
    const nameOf = async (name: string) => (await trial.service.available({ name, domains: [] })).name
    expect(await nameOf('fresh')).toBe('free')
    expect(await nameOf('shop')).toBe('taken')
    for (const other of ['caddy', 'pilot', 'postgres', 'Not A Name', '', 'pilot-tenants'])
      expect(await nameOf(other)).toBe('foreign')
    await readAll(trial.service.deleteTenant({ ...shop, purge: false }, root))
    expect(await nameOf('shop')).toBe('kept')
    const { uid, gid } = { uid: 1234, gid: 1234 }
    const alice = { name: 'alice', uid, gid, gecos: 'Alice', home: '/home/alice', shell: '/bin/bash' }
    trial.world.state.accounts.set('alice', alice)
    expect(await nameOf('alice')).toBe('foreign')
    trial.world.down('postgresql')
    expect(await nameOf('fresh')).toBe('free')
  })

  test('tells who has a domain; that of the web interface nobody gets', async () => {
    const trial = await begin()
    const asked = ['shop.localhost', 'fresh.example.com', 'no domain', 'pilot.localhost']
    const { name, domains } = await trial.service.available({ domains: asked })
    expect(name).toBeNull()
    expect(domains.map(({ tenant }) => tenant)).toEqual(['shop', null, null, null])
    expect(domains.map(({ ofPilot }) => ofPilot)).toEqual([false, false, false, true])
    await expect(create(trial, { name: 'other', domains: ['pilot.localhost'] })).rejects.toMatchObject({
      problem: { code: 'invalid-input', fault: { code: 'domain-of-pilot', domain: 'pilot.localhost' } },
    })
  })
})

test('logs are followed by severity and text, the newest before first', async () => {
  const trial = await begin()
  const say = (message: string, priority: number): void =>
    trial.world.log({ unit: 'pilot@shop.service', identifier: 'server', message, priority })
  for (const message of ['Timeout 1', 'fine', 'timeout 2', 'TIMEOUT 3']) say(message, 4)
  say('timeout of no weight', 6)
  const left = new AbortController()
  const query = LogsQuery.parse({ ...shop, lines: 2, priority: 4, search: 'timeout' })
  const heard: string[] = []
  for await (const { message } of trial.service.followLogs(query, root, left.signal)) {
    heard.push(message)
    if (heard.length === 2) for (const text of ['other', 'a timeout again']) say(text, 3)
    if (heard.length === 3) left.abort()
  }
  expect(heard).toEqual(['timeout 2', 'TIMEOUT 3', 'a timeout again'])
})

test('a list of tenants is made each with its own settings, and one that fails stops no other', async () => {
  const trial = await begin()
  const { tenants } = CreateListInput.parse({
    tenants: [
      { name: 'one', idle: 1000 },
      { name: 'shop', idle: 1000 },
      { name: 'two', domains: ['two.example.com'] },
    ],
  })
  expect(await problemIn(trial.service.createList({ tenants }, root))).toMatchObject({
    code: 'tenant-exists',
  })
  const { tenants: all } = await trial.service.list(ListQuery.parse({}), root)
  expect(all.map(({ name, spec: { idle, domains } }) => [name, idle, domains[0]])).toEqual([
    ['one', 1000, 'one.localhost'],
    ['shop', 300_000, 'shop.localhost'],
    ['two', 300_000, 'two.example.com'],
  ])
})

test('what a rolled back transaction wrote is not remembered', async () => {
  const { store } = await begin()
  const before = store.tenants.list()
  expect(() =>
    store.transaction(() => {
      for (const record of before) store.tenants.wish({ ...record, wish: 'deleted' }, new Date())
      expect(store.tenants.list()[0]?.wish).toBe('deleted')
      expect(store.tenants.find(shop.name)?.wish).toBe('deleted')
      throw new Error('rolled back')
    }),
  ).toThrow('rolled back')
  expect(store.tenants.list()).toEqual(before)
  expect(store.tenants.find(shop.name)?.wish).toBe('present')
})
