import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Caller } from '@pilot/api/service'
import { AuditQuery, TenantSpec } from '@pilot/contract'
import { firstTenantUid, lastTenantUid } from '@pilot/render'
import { describe, expect, test, vi } from 'vitest'
import { inheritedSockets } from '../src/inherited-sockets.ts'
import { leaveWhenIdle } from '../src/leave-when-idle.ts'
import { createQueue } from '../src/operations/queue.ts'
import { redact } from '../src/audit/redact.ts'
import { auditRefusal } from '../src/audit/refusal.ts'
import { parseConfig } from '../src/config.ts'
import { migrations } from '../src/store/database.ts'
import { openStore } from '../src/store/index.ts'
import { migrate } from '../src/store/migrate.ts'
import { chooseUid } from '../src/wishes/index.ts'
import { create, shop, startTrial } from './support/agent.ts'

describe('inherited sockets', () => {
  const passed = { LISTEN_PID: '7', LISTEN_FDS: '3', LISTEN_FDNAMES: 'root:bridge:status' }

  test('are told apart by the names of their units', () => {
    expect(inheritedSockets(passed, 7)).toEqual([
      { fd: 3, source: 'root' },
      { fd: 4, source: 'bridge' },
      { fd: 5, source: 'status' },
    ])
  })

  test.each([
    ['another process was meant', { ...passed, LISTEN_PID: '8' }],
    ['a name is unknown', { ...passed, LISTEN_FDNAMES: 'root:bridge:other' }],
    ['names and number differ', { ...passed, LISTEN_FDS: '2' }],
    ['there are none', {}],
  ])('are refused where %s', (_, environment) => {
    expect(() => inheritedSockets(environment, 7)).toThrow()
  })
})

describe('settings', () => {
  test('have defaults, come from the file, and the environment wins', () => {
    expect(parseConfig('', {})).toMatchObject({ pgPort: 5432, httpPorts: [80, 443], idle: 30_000 })
    const file = '# a comment\nPILOT_PGPORT=5433\nPILOT_HTTP_PORTS="8080,8443"\nPILOT_OTHER=x\n'
    expect(parseConfig(file, { PILOT_PGPORT: '5434', PILOT_AGENT_IDLE: '1min' })).toMatchObject({
      pgPort: 5434,
      httpPorts: [8080, 8443],
      idle: 60_000,
    })
  })

  test.each([
    ['', 'http://pilot.localhost'],
    ['PILOT_HTTP_PORTS=8080,443', 'http://pilot.localhost:8080'],
    ['PILOT_WEB_DOMAIN=Panel.example.com', 'http://panel.example.com'],
    ['PILOT_WEB_DOMAIN=', 'http://pilot.localhost'],
    ['PILOT_WEB_URL=https://panel.example.com/', 'https://panel.example.com'],
  ])('with "%s" links lead to %s', (line, url) => {
    expect(parseConfig(line, {}).webUrl).toBe(url)
  })

  test.each([
    'PILOT_PGPORT=0',
    'PILOT_HTTP_PORTS=http',
    'PILOT_AGENT_IDLE=soon',
    'PILOT_WEB_DOMAIN=a/b',
    'PILOT_WEB_URL=javascript:alert(1)',
    'PILOT_SESSION_IDLE=never',
    'PILOT_BRIDGE_CALLS=0',
  ])('%s is refused', (line) => {
    expect(() => parseConfig(line, {})).toThrow()
  })
})

describe('the store', () => {
  test('is readable by its owner only, and remembers over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const store = openStore(path)
    await create(startTrial({ store }))
    for (const file of [path, `${path}-wal`]) expect((await stat(file)).mode & 0o777).toBe(0o600)
    store.close()
    const again = openStore(path)
    expect(again.tenants.find(shop.name)).toMatchObject({ uid: firstTenantUid, wish: 'present' })
    again.close()
    await rm(folder, { recursive: true })
  })

  test('a line of the audit that was changed by hand is found', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const store = openStore(path)
    const trial = startTrial({ store })
    await create(trial)
    await create(trial)
    const thief = new DatabaseSync(path)
    thief.exec("UPDATE audit SET actor = 'mallory' WHERE sequence = 1")
    thief.close()
    expect(store.audit.findBreak()).toBe(1)
    store.close()
    await rm(folder, { recursive: true })
  })

  test('the audit of before there were addresses still holds, and goes on', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const old = new DatabaseSync(path)
    // Layout 2, and two lines as the agent of then wrote and hashed them.
    old.exec(`
      CREATE TABLE tenants (
        name TEXT PRIMARY KEY, spec TEXT NOT NULL, uid INTEGER NOT NULL UNIQUE, wish TEXT NOT NULL, problem TEXT,
        failed_step TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE operations (
        id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, action TEXT NOT NULL, input TEXT NOT NULL, actor TEXT NOT NULL,
        source TEXT NOT NULL, started_at TEXT NOT NULL, finished_at TEXT, result TEXT
      ) STRICT;
      CREATE TABLE audit (
        sequence INTEGER PRIMARY KEY, time TEXT NOT NULL, actor TEXT NOT NULL, source TEXT NOT NULL,
        action TEXT NOT NULL, tenant TEXT, input TEXT NOT NULL, result TEXT NOT NULL, hash TEXT NOT NULL
      ) STRICT;
      CREATE TABLE failures (
        tenant TEXT PRIMARY KEY, count INTEGER NOT NULL, result TEXT NOT NULL, status INTEGER,
        failed_at INTEGER NOT NULL, retry_at INTEGER
      ) STRICT;
      CREATE TABLE last_uid (uid INTEGER NOT NULL) STRICT;
      PRAGMA user_version = 2`)
    const line =
      '{"action":"suspend","actor":"root","input":{"name":"shop"},"result":"done","sequence":1,"source":"root","tenant":"shop","time":"2026-01-31T12:00:00.000Z"}'
    const hash = createHash('sha256')
      .update('0'.repeat(64) + line)
      .digest('hex')
    old.exec(
      `INSERT INTO audit VALUES (1, '2026-01-31T12:00:00.000Z', 'root', 'root', 'suspend', 'shop', '{"name":"shop"}', 'done', '${hash}')`,
    )
    old.close()
    const store = openStore(path)
    expect(store.audit.findBreak()).toBeUndefined()
    const entry = {
      time: '2026-02-01T12:00:00.000Z',
      actor: 'ada',
      source: 'bridge',
      action: 'wake',
      tenant: null,
    }
    store.audit.append({ ...entry, address: '192.0.2.1', input: {}, result: 'done' })
    expect(store.audit.findBreak()).toBeUndefined()
    const thief = new DatabaseSync(path)
    thief.exec("UPDATE audit SET address = '192.0.2.2' WHERE sequence = 2")
    thief.close()
    expect(store.audit.findBreak()).toBe(2)
    store.close()
    await rm(folder, { recursive: true })
  })

  test('reads the comparisons of before their words were facts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const old = new DatabaseSync(path)
    // One comparison as the agent of then wrote it.
    migrate(old, migrations.slice(0, 4))
    const problem = { code: 'comparison-failed', detail: "the disk's full" }
    const unmeasured = { count: 0, memory: null, create: null, firstByte: null, warmByte: null }
    const document = {
      id: 'c1',
      startedAt: '2026-01-31T12:00:00.000Z',
      finishedAt: '2026-01-31T12:01:00.000Z',
      state: 'failed',
      problem,
      count: 2,
      starts: 20,
      variants: ['docker', 'process'],
      actor: 'root',
      machine: null,
      method: ['It was "measured".', 'And removed.'],
      results: [
        { variant: 'docker', state: 'skipped', reason: 'docker is not installed.', ...unmeasured },
        { variant: 'process', state: 'measured', reason: null, ...unmeasured },
      ],
    }
    old
      .prepare('INSERT INTO comparisons VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run('c1', document.startedAt, 'failed', JSON.stringify(document), '[]', 0, JSON.stringify({ problem }))
    old.close()
    const store = openStore(path)
    const failed = { ...problem, detail: { code: 'told', text: "the disk's full" } }
    expect(store.comparisons.find('c1')).toEqual({
      comparison: {
        ...document,
        problem: failed,
        method: [
          { code: 'told', text: 'It was "measured".' },
          { code: 'told', text: 'And removed.' },
        ],
        results: [
          { ...document.results[0], reason: { code: 'told', text: 'docker is not installed.' } },
          document.results[1],
        ],
      },
      made: [],
      cancelled: false,
      ended: { problem: failed },
    })
    store.close()
    await rm(folder, { recursive: true })
  })

  test('of before a whole tenant named no parts tells which are whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const old = new DatabaseSync(path)
    migrate(old, migrations.slice(0, 5))
    const all = ['account', 'directories', 'database', 'units', 'socket', 'route']
    const insert = old.prepare(`INSERT INTO tenants (name, spec, uid, wish, created_at, updated_at)
      VALUES (?, ?, ?, 'present', '2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z')`)
    const strange = [...all.slice(1), 'cache']
    for (const [index, parts] of [all, all.slice(0, 2), strange, [...all, 'cache']].entries()) {
      const spec = { name: `shop${index}`, idle: 60_000, domains: ['shop.example.com'], parts }
      insert.run(spec.name, JSON.stringify(spec), firstTenantUid + index)
    }
    old.close()
    const store = openStore(path)
    const [whole, partial, five, more] = store.tenants.list()
    expect(whole?.spec).toMatchObject({ idle: 60_000, domains: ['shop.example.com'] })
    expect(whole?.spec).not.toHaveProperty('parts')
    expect(partial?.spec.parts).toEqual(['account', 'directories'])
    expect(five?.spec.parts).toEqual(all.slice(1))
    expect(more?.spec).not.toHaveProperty('parts')
    store.close()
    await rm(folder, { recursive: true })
  })

  test('of before pilot-enter gets every tenant that is there its new unit, once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const old = new DatabaseSync(path)
    migrate(old, migrations.slice(0, 6))
    const insert = old.prepare(
      "INSERT INTO tenants (name, spec, uid, wish, created_at, updated_at) VALUES (?, ?, ?, ?, '', '')",
    )
    for (const [index, [name, wish]] of Object.entries({ shop: 'present', gone: 'deleted' }).entries())
      insert.run(name, JSON.stringify(TenantSpec.parse({ name })), firstTenantUid + index, wish)
    old.close()
    for (let opened = 0; opened < 2; opened += 1) {
      const store = openStore(path)
      expect(store.operations.unfinished()).toMatchObject([{ tenant: 'shop', action: 'upgrade' }])
      store.close()
    }
    await rm(folder, { recursive: true })
  })

  test.each<[unknown, unknown, unknown[]]>([
    [['account', 'cache'], ['account'], ['cache']],
    [['cache'], undefined, ['cache']],
    [[], undefined, []],
    [null, undefined, [null]],
    ['account', undefined, []],
  ])('reads a tenant whose parts are %j, of a step of another Pilot', async (parts, read, unknown) => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const before = openStore(path)
    const spec = TenantSpec.parse({ name: 'shop', domains: ['shop.example.com'] })
    before.tenants.wish({ spec, uid: firstTenantUid, wish: 'present' }, new Date())
    before.close()
    const old = new DatabaseSync(path)
    old
      .prepare("UPDATE tenants SET spec = json_set(spec, '$.parts', json(?)), failed_step = 'cache'")
      .run(JSON.stringify(parts))
    old.close()
    const told: unknown[] = []
    const store = openStore(path, (tenant, names) => told.push(tenant, ...names))
    expect(store.tenants.list()).toMatchObject([{ spec: { name: 'shop' }, failedStep: null }])
    expect(store.tenants.list()[0]?.spec.parts).toEqual(read)
    expect(told).toEqual(unknown.length === 0 ? [] : ['shop', ...unknown])
    store.close()
    await rm(folder, { recursive: true })
  })

  test('tells of a problem whose arguments are no longer known that it is one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const store = openStore(path)
    const spec = TenantSpec.parse({ name: 'shop', domains: ['shop.example.com'] })
    store.tenants.wish({ spec, uid: firstTenantUid, wish: 'present' }, new Date())
    store.close()
    const old = new DatabaseSync(path)
    old.exec(`UPDATE tenants SET problem = '{"code":"not-found","what":"The account shop"}'`)
    old.close()
    const again = openStore(path)
    expect(again.tenants.list()[0]?.problem).toEqual({ code: 'internal', reference: 'of-an-older-pilot' })
    again.close()
    await rm(folder, { recursive: true })
  })

  test('of a newer agent is not opened', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilot-store-'))
    const path = join(folder, 'pilot.db')
    const newer = new DatabaseSync(path)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    expect(() => openStore(path)).toThrow('older than the store')
    await rm(folder, { recursive: true })
  })
})

test('the lowest uid is given out that neither the machine nor the store has', () => {
  const inUse = new Set([firstTenantUid, firstTenantUid + 2])
  const isGivenOut = (uid: number): boolean => uid === firstTenantUid + 1
  expect(chooseUid(inUse, isGivenOut, undefined)).toBe(firstTenantUid + 3)
  expect(chooseUid(inUse, isGivenOut, firstTenantUid + 7)).toBe(firstTenantUid + 8)
  expect(chooseUid(inUse, isGivenOut, lastTenantUid)).toBe(firstTenantUid + 3)
})

test('a refused call is in the audit without its secrets, whatever it holds', () => {
  const { agent, store } = startTrial()
  const caller: Caller = {
    source: 'bridge',
    actor: 'ada',
    address: '192.0.2.1',
    userAgent: 'Firefox',
    operator: { name: 'ada', role: 'viewer', credential: 'session', id: 's1' },
  }
  const result = 'not-permitted'
  const input = { name: 'shop', environment: { A: 'hunter2' } }
  auditRefusal(agent, { caller, action: 'createTenant', input, result })
  auditRefusal(agent, { caller, action: 'createList', input: { tenants: [input] }, result })
  auditRefusal(agent, { caller, action: 'suspend', input: 'nonsense', result })
  const [third, second, first] = store.audit.list(AuditQuery.parse({}))
  expect(first).toMatchObject({
    actor: 'ada',
    address: '192.0.2.1',
    result: 'not-permitted',
    tenant: 'shop',
    input: { environment: { A: '***' } },
  })
  expect(JSON.stringify(second)).not.toContain('hunter2')
  expect(third).toMatchObject({ tenant: null, input: 'nonsense' })
})

test('a refused call cannot fill the audit, nor stay out of it, by what it holds', () => {
  const { agent, store } = startTrial()
  const caller: Caller = { source: 'bridge', actor: 'ada', address: null, userAgent: null, operator: null }
  const deep = JSON.parse('['.repeat(400_000) + ']'.repeat(400_000)) as unknown
  for (const input of [{ name: 'shop', junk: 'x'.repeat(1_000_000) }, deep])
    auditRefusal(agent, { caller, action: 'createTenant', input, result: 'not-permitted' })
  const lines = store.audit.list(AuditQuery.parse({}))
  expect(lines).toMatchObject([
    { tenant: null, input: 'too large to be kept' },
    { tenant: 'shop', input: 'too large to be kept' },
  ])
})

test('passwords, codes and tokens are hidden, and nothing else', () => {
  const secrets = { password: 'a', current: 'b', token: 'c', code: 'd', secret: 'e' }
  const hidden = { password: '***', current: '***', token: '***', code: '***', secret: '***' }
  expect(redact({ ...secrets, name: 'ada', list: [secrets], deeper: secrets, none: undefined })).toEqual({
    ...hidden,
    name: 'ada',
    list: [hidden],
    deeper: hidden,
  })
})

test('changes of one tenant keep their order, and those of another do not wait', async () => {
  const queue = createQueue()
  const order: string[] = []
  const { promise: gate, resolve: open } = Promise.withResolvers<undefined>()
  const first = queue.run('a', async () => {
    await gate
    order.push('a1')
    throw new Error('a failure does not block the queue')
  })
  const second = queue.run('a', async () => void order.push('a2'))
  await queue.run('b', async () => void order.push('b1'))
  open(undefined)
  await expect(first).rejects.toThrow()
  await second
  expect(order).toEqual(['b1', 'a1', 'a2'])
})

test('the agent leaves only when nothing was going on for the whole time', () => {
  vi.useFakeTimers()
  let busy = true
  const leave = vi.fn()
  const idleness = leaveWhenIdle(1000, () => busy, leave)
  vi.advanceTimersByTime(5000)
  expect(leave).not.toHaveBeenCalled()
  busy = false
  idleness.touch()
  vi.advanceTimersByTime(999)
  idleness.touch()
  vi.advanceTimersByTime(999)
  expect(leave).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(leave).toHaveBeenCalledOnce()
  vi.useRealTimers()
})
