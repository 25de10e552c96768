import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { AuditQuery, OperatorName, Role } from '@pilot/contract'
import { describe, expect, test } from 'vitest'
import { networkOf } from '../src/operators/network.ts'
import { createPasswords } from '../src/operators/passwords.ts'
import { openStore } from '../src/store/index.ts'
import { root, shop, startTrial, thrownBy, type Trial } from './support/agent.ts'
import {
  auditOf,
  callerOf,
  createClock,
  hours,
  invite,
  join,
  joinAs,
  lastLines,
  minutes,
  password,
  seconds,
  signIn,
  stranger,
  tokenOf,
} from './support/operators.ts'

// argon2id of the same password with less memory and one pass.
const weakHash =
  '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$COasZSyMm5hc6dqbItVb+IZaGwOa3IHiB0qT62pEreo'

const ada = { name: OperatorName.parse('ada') }

describe('a one-time link', () => {
  test('says whom it is for, sets the password, signs in, and is used up', async () => {
    const trial = startTrial()
    const { service } = trial
    const token = await invite(trial, 'ada', 'admin')
    expect(await service.describeLink({ token }, stranger)).toMatchObject({ operator: 'ada', role: 'admin' })
    expect(await service.operators({})).toMatchObject([{ name: 'ada', state: 'invited' }])
    const signedIn = await service.acceptLink({ token, password }, stranger)
    expect(await service.me({}, callerOf(trial, signedIn.token))).toMatchObject({
      operator: 'ada',
      role: 'admin',
      credential: 'session',
      simulated: false,
    })
    expect(await service.operators({})).toMatchObject([{ state: 'active', linkExpiresAt: null }])
    expect(await thrownBy(service.acceptLink({ token, password }, stranger))).toEqual({
      code: 'link-invalid',
    })
    expect(await thrownBy(service.describeLink({ token }, stranger))).toEqual({ code: 'link-invalid' })
    expect(lastLines(trial, 3)).toEqual([
      'nobody describeLink link-invalid',
      'nobody acceptLink link-invalid',
      'ada acceptLink done',
    ])
  })

  test('holds for 24 hours', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const token = await invite(trial, 'ada', 'admin')
    clock.pass(24 * hours - 1)
    expect(await trial.service.describeLink({ token }, stranger)).toMatchObject({ operator: 'ada' })
    clock.pass(1)
    expect(await thrownBy(trial.service.describeLink({ token }, stranger))).toEqual({ code: 'link-invalid' })
    expect(await trial.service.operators({})).toMatchObject([{ linkExpiresAt: null }])
  })

  test('is replaced by the next one, and the operator keeps one name', async () => {
    const trial = startTrial()
    const first = await invite(trial, 'ada', 'admin')
    expect(await thrownBy(invite(trial, 'ada', 'viewer'))).toEqual({
      code: 'operator-exists',
      operator: 'ada',
    })
    const second = tokenOf(await trial.service.resetOperator(ada, root))
    expect(await thrownBy(trial.service.describeLink({ token: first }, stranger))).toEqual({
      code: 'link-invalid',
    })
    expect(await trial.service.describeLink({ token: second }, stranger)).toMatchObject({ role: 'admin' })
  })

  test('given to two browsers at once lets one in', async () => {
    const trial = startTrial()
    const token = await invite(trial, 'ada', 'admin')
    const both = [1, 2].map(() => trial.service.acceptLink({ token, password }, stranger))
    const settled = await Promise.allSettled(both)
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of a reset voids password, second factor, sessions and tokens', async () => {
    const trial = startTrial()
    const { service } = trial
    const caller = await joinAs(trial, 'ada', 'admin')
    const { token: session } = await signIn(trial, 'ada')
    const { token: api } = await service.addToken({ title: 'ci', role: 'viewer', days: 1 }, caller)
    await service.resetOperator(ada, root)
    for (const credential of [session, api])
      expect(trial.authenticate(credential, 'call')).toEqual({ reason: 'revoked', name: 'ada' })
    expect(await thrownBy(signIn(trial, 'ada'))).toEqual({ code: 'sign-in-failed' })
  })
})

describe('a sign-in', () => {
  test('with a wrong password or an unknown name is told alike', async () => {
    const trial = startTrial()
    await join(trial, 'ada', 'admin')
    expect(await thrownBy(signIn(trial, 'ada', { password: 'wrong' }))).toEqual({ code: 'sign-in-failed' })
    expect(await thrownBy(signIn(trial, 'eve'))).toEqual({ code: 'sign-in-failed' })
    expect(lastLines(trial, 2)).toEqual(['eve signIn sign-in-failed', 'ada signIn sign-in-failed'])
  })

  test('is in the audit with where it came from, and without what was typed', async () => {
    const trial = startTrial()
    await thrownBy(signIn(trial, 'My Secret Passw0rd', { password: 'hunter2hunter2', code: '123456' }))
    const [line] = auditOf(trial)
    expect(line).toMatchObject({ actor: 'nobody', source: 'bridge', address: '192.0.2.1' })
    expect(JSON.stringify(line)).not.toMatch(/hunter2|Secret|123456/)
  })

  test('that fails five times is locked, also for the right password and after a restart', async () => {
    const folder = await mkdtemp(joinPath(tmpdir(), 'pilot-locks-'))
    const path = joinPath(folder, 'pilot.db')
    const clock = createClock()
    const before = startTrial({ ...clock, store: openStore(path) })
    await join(before, 'ada', 'admin')
    const codes: string[] = []
    for (let attempt = 1; attempt <= 10; attempt += 1)
      codes.push((await thrownBy(signIn(before, 'ada', { password: 'wrong' }))).code)
    expect(codes).toEqual([
      ...Array<string>(5).fill('sign-in-failed'),
      ...Array<string>(5).fill('locked-out'),
    ])
    before.store.close()

    const trial = startTrial({ ...clock, store: openStore(path) })
    const until = new Date(clock.now().getTime() + minutes).toISOString()
    expect(await thrownBy(signIn(trial, 'ada'))).toEqual({ code: 'locked-out', until })
    // Of the calls that the lock refused the audit tells one.
    expect(lastLines(trial, 3)).toEqual([
      'ada signIn locked-out',
      'ada signIn sign-in-failed',
      'ada signIn sign-in-failed',
    ])
    expect((await signIn(trial, 'ada', {}, '198.51.100.1')).operator).toBe('ada')
    clock.pass(minutes)
    expect((await signIn(trial, 'ada')).operator).toBe('ada')
    trial.store.close()
    await rm(folder, { recursive: true })
  })

  test('is locked for twice as long each time, up to 15 minutes, and a success clears it', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    await join(trial, 'ada', 'admin')
    const fail = () => thrownBy(signIn(trial, 'ada', { password: 'wrong' }))
    for (let attempt = 1; attempt <= 5; attempt += 1) await fail()
    const locked: number[] = []
    for (let round = 1; round <= 6; round += 1) {
      const problem = await fail()
      if (problem.code !== 'locked-out') throw new Error(problem.code)
      locked.push((Date.parse(problem.until) - clock.now().getTime()) / minutes)
      clock.pass(Date.parse(problem.until) - clock.now().getTime())
      expect((await fail()).code).toBe('sign-in-failed')
    }
    expect(locked).toEqual([1, 2, 4, 8, 15, 15])
    clock.pass(15 * minutes)
    await signIn(trial, 'ada')
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await fail()).code).toBe('sign-in-failed')
  })

  test('that is tried five times at once counts five times', async () => {
    const trial = startTrial()
    await join(trial, 'ada', 'admin')
    const attempts = Array.from({ length: 8 }, () => thrownBy(signIn(trial, 'ada', { password: 'wrong' })))
    const codes = (await Promise.all(attempts)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(5)
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(3)
  })

  test('of many names from one address locks the address and nobody elsewhere', async () => {
    const trial = startTrial(createClock())
    await join(trial, 'ada', 'admin')
    for (let name = 1; name <= 20; name += 1) await thrownBy(signIn(trial, `guess${name}`))
    expect(await thrownBy(signIn(trial, 'ada'))).toMatchObject({ code: 'locked-out' })
    expect((await signIn(trial, 'ada', {}, '198.51.100.1')).operator).toBe('ada')
  })

  test('counts links that do not hold against the address', async () => {
    const trial = startTrial(createClock())
    const guess = () => thrownBy(trial.service.describeLink({ token: 'pilot_l_guess' }, stranger))
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await guess()).code).toBe('link-invalid')
    expect((await guess()).code).toBe('locked-out')
    const token = await invite(trial, 'ada', 'admin')
    expect(await trial.service.describeLink({ token }, stranger)).toMatchObject({ operator: 'ada' })
  })

  test('with a password that was hashed with other parameters renews the hash', async () => {
    const trial = startTrial()
    await join(trial, 'ada', 'admin')
    const record = trial.store.operators.find('ada')
    if (record === undefined) throw new Error('no ada')
    trial.store.operators.put({ ...record, password: weakHash })
    await signIn(trial, 'ada')
    const renewed = trial.store.operators.find('ada')?.password
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    await signIn(trial, 'ada')
    expect(trial.store.operators.find('ada')?.password).toBe(renewed)
  })
})

describe('passwords', () => {
  test('have a salt each, and other spellings of the same characters are the same', async () => {
    const passwords = createPasswords()
    const [first, second] = [await passwords.hash('Zürich Zürich'), await passwords.hash('Zürich Zürich')]
    expect(first).not.toBe(second)
    expect(await passwords.verify('Zu\u0308rich Zu\u0308rich', first)).toBe('right')
    expect(await passwords.verify('Zurich Zurich', first)).toBe('wrong')
    expect(await passwords.verify('anything', null)).toBe('wrong')
  })

  test('that wait in a long queue are refused instead', async () => {
    const passwords = createPasswords()
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => passwords.verify('x', null)))
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(8)
  })

  test('are changed by who knows the present one; every other session ends', async () => {
    const trial = startTrial()
    const { service } = trial
    const caller = await joinAs(trial, 'ada', 'viewer')
    const { token: other } = await signIn(trial, 'ada')
    const change = (current: string) =>
      service.changePassword({ current, password: 'another password' }, caller)
    expect(await thrownBy(change('wrong'))).toEqual({ code: 'sign-in-failed' })
    await change(password)
    expect(trial.authenticate(other, 'call')).toMatchObject({ reason: 'revoked' })
    expect(await service.sessions({ all: false }, caller)).toMatchObject([{ current: true }])
    expect((await thrownBy(signIn(trial, 'ada'))).code).toBe('sign-in-failed')
    expect((await signIn(trial, 'ada', { password: 'another password' })).operator).toBe('ada')
    expect(lastLines(trial, 4).slice(2)).toEqual([
      'ada changePassword done',
      'ada changePassword sign-in-failed',
    ])
    expect(JSON.stringify(auditOf(trial))).not.toContain('another password')
  })

  test('are not set on an operator who was reset meanwhile', async () => {
    const trial = startTrial()
    const caller = await joinAs(trial, 'ada', 'viewer')
    const change = trial.service.changePassword({ current: password, password: 'another password' }, caller)
    await trial.service.resetOperator(ada, root)
    await thrownBy(change)
    expect(await trial.service.operators({})).toMatchObject([{ state: 'invited' }])
  })

  test('cannot be guessed by who found a browser open', async () => {
    const trial = startTrial(createClock())
    const caller = await joinAs(trial, 'ada', 'viewer')
    const guess = () =>
      thrownBy(trial.service.changePassword({ current: 'x', password: 'another password' }, caller))
    for (let attempt = 1; attempt <= 5; attempt += 1) await guess()
    expect((await guess()).code).toBe('locked-out')
  })
})

describe('a session', () => {
  test('ends when it was not used for an hour, and use prolongs it', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { token } = await join(trial, 'ada', 'admin')
    for (const wait of [1, 59, 59]) {
      clock.pass(wait * minutes)
      expect(trial.authenticate(token, 'call')).toMatchObject({ name: 'ada' })
    }
    clock.pass(60 * minutes)
    expect(trial.authenticate(token, 'call')).toEqual({ reason: 'expired', name: 'ada' })
  })

  test('is not prolonged by a page that only listens', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { token } = await join(trial, 'ada', 'admin')
    clock.pass(59 * minutes)
    expect(trial.authenticate(token, 'look')).toMatchObject({ name: 'ada' })
    clock.pass(minutes)
    expect(trial.authenticate(token, 'look')).toMatchObject({ reason: 'expired' })
  })

  test('ends after 12 hours, used or not', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { token } = await join(trial, 'ada', 'admin')
    for (let passed = 0; passed < 12 * hours - 30 * minutes; passed += 30 * minutes) {
      clock.pass(30 * minutes)
      expect(trial.authenticate(token, 'call')).toMatchObject({ name: 'ada' })
    }
    clock.pass(30 * minutes)
    expect(trial.authenticate(token, 'call')).toEqual({ reason: 'expired', name: 'ada' })
  })

  test('is noted as used at most once a minute', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { token } = await join(trial, 'ada', 'admin')
    const noted = () => trial.store.sessions.list('ada')[0]?.lastSeenAt
    const start = clock.now().getTime()
    clock.pass(59 * seconds)
    trial.authenticate(token, 'call')
    expect(noted()).toBe(start)
    clock.pass(seconds)
    trial.authenticate(token, 'call')
    expect(noted()).toBe(start + minutes)
    expect(await trial.service.operators({})).toMatchObject([{ lastSeenAt: clock.now().toISOString() }])
  })

  test('is over for good after signing out, and a week later nobody remembers it', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { token } = await join(trial, 'ada', 'admin')
    await trial.service.signOut({}, callerOf(trial, token))
    expect(trial.authenticate(token, 'call')).toEqual({ reason: 'revoked', name: 'ada' })
    clock.pass(8 * 24 * hours)
    await signIn(trial, 'ada')
    expect(trial.authenticate(token, 'call')).toEqual({ reason: 'missing', name: null })
  })

  test('is seen and ended by its operator, and by an admin, and by nobody else', async () => {
    const trial = startTrial()
    const { service } = trial
    const [eve, bob, admin] = [
      await joinAs(trial, 'eve', 'operator'),
      await joinAs(trial, 'bob', 'viewer'),
      await joinAs(trial, 'ada', 'admin'),
    ]
    const [bobs] = await service.sessions({ all: false }, bob)
    if (bobs === undefined) throw new Error('bob has no session')
    expect(bobs).toMatchObject({ operator: 'bob', address: '192.0.2.1', userAgent: 'Firefox', current: true })
    const named = { operator: OperatorName.parse('bob'), all: false }
    for (const query of [named, { all: true }])
      expect(await thrownBy(service.sessions(query, eve))).toMatchObject({ code: 'not-permitted' })
    expect(await thrownBy(service.revokeSession({ id: bobs.id }, eve))).toMatchObject({
      code: 'not-permitted',
    })
    expect(await service.sessions(named, admin)).toMatchObject([{ id: bobs.id, current: false }])
    expect(await service.sessions({ all: true }, admin)).toHaveLength(3)
    expect(await service.sessions({ all: false }, root)).toHaveLength(3)
    await service.revokeSession({ id: bobs.id }, admin)
    expect(await service.sessions(named, root)).toEqual([])
    expect(await thrownBy(service.revokeSession({ id: bobs.id }, admin))).toMatchObject({ code: 'not-found' })
    expect(lastLines(trial, 3)).toEqual([
      'ada revokeSession not-found',
      'ada revokeSession done',
      'eve revokeSession not-permitted',
    ])
  })
})

describe('an API token', () => {
  const ask = (role: Role) => ({ title: 'ci', role, days: 30 })

  test.each(Role.options.flatMap((own) => Role.options.map((asked) => [own, asked] as const)))(
    'by a %s may get the role %s only if that is no more',
    async (own, asked) => {
      const trial = startTrial()
      const caller = await joinAs(trial, 'ada', own)
      const added = trial.service.addToken(ask(asked), caller)
      if (Role.options.indexOf(asked) > Role.options.indexOf(own))
        expect(await thrownBy(added)).toMatchObject({ code: 'not-permitted' })
      else
        expect(trial.authenticate((await added).token, 'call')).toMatchObject({
          role: asked,
          credential: 'token',
        })
    },
  )

  test('shrinks and grows with its operator, up to its own role', async () => {
    const trial = startTrial()
    const { service } = trial
    const { token } = await service.addToken(ask('operator'), await joinAs(trial, 'ada', 'admin'))
    const roles: unknown[] = []
    for (const role of ['viewer', 'operator', 'admin'] as const) {
      await service.setOperatorRole({ ...ada, role }, root)
      roles.push(trial.authenticate(token, 'call'))
    }
    expect(roles).toMatchObject([{ role: 'viewer' }, { role: 'operator' }, { role: 'operator' }])
  })

  test('ends by its day, or when somebody ends it, and outlives a sign-out', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    const { service } = trial
    const caller = await joinAs(trial, 'ada', 'admin')
    const [first, second] = [
      await service.addToken(ask('viewer'), caller),
      await service.addToken(ask('viewer'), caller),
    ]
    await service.signOut({}, caller)
    await service.revokeToken({ id: first.id }, root)
    expect(trial.authenticate(first.token, 'call')).toEqual({ reason: 'revoked', name: 'ada' })
    clock.pass(30 * 24 * hours - 1)
    expect(trial.authenticate(second.token, 'call')).toMatchObject({ name: 'ada' })
    expect(await service.tokens({ all: true }, root)).toMatchObject([
      { id: second.id, title: 'ci', lastUsedAt: clock.now().toISOString() },
    ])
    clock.pass(1)
    expect(trial.authenticate(second.token, 'call')).toEqual({ reason: 'expired', name: 'ada' })
    expect(await service.tokens({ all: true }, root)).toEqual([])
  })

  test('of another is not shown to who is no admin', async () => {
    const trial = startTrial()
    const { service } = trial
    const { id } = await service.addToken(ask('viewer'), await joinAs(trial, 'ada', 'admin'))
    const eve = await joinAs(trial, 'eve', 'operator')
    expect(await thrownBy(service.tokens({ operator: ada.name, all: false }, eve))).toMatchObject({
      code: 'not-permitted',
    })
    expect(await thrownBy(service.revokeToken({ id }, eve))).toMatchObject({ code: 'not-permitted' })
    expect(await service.tokens({ all: false }, eve)).toEqual([])
  })
})

describe('operators', () => {
  test('that were removed are out at once', async () => {
    const trial = startTrial()
    const { token } = await join(trial, 'ada', 'viewer')
    await trial.service.removeOperator(ada, root)
    expect(trial.authenticate(token, 'call')).toEqual({ reason: 'revoked', name: 'ada' })
    expect(await trial.service.operators({})).toEqual([])
    expect(await thrownBy(trial.service.removeOperator(ada, root))).toMatchObject({ code: 'not-found' })
  })

  test('get another role at once', async () => {
    const trial = startTrial()
    const { token } = await join(trial, 'ada', 'viewer')
    await trial.service.setOperatorRole({ ...ada, role: 'operator' }, root)
    expect(trial.authenticate(token, 'call')).toMatchObject({ role: 'operator' })
  })

  test('keep one active admin, unless root takes that one away', async () => {
    const trial = startTrial()
    const { service } = trial
    const caller = await joinAs(trial, 'ada', 'admin')
    // One who was invited cannot manage anything yet.
    await invite(trial, 'bob', 'admin')
    const problem = { code: 'last-admin', operator: 'ada' }
    expect(await thrownBy(service.removeOperator(ada, caller))).toEqual(problem)
    expect(await thrownBy(service.setOperatorRole({ ...ada, role: 'viewer' }, caller))).toEqual(problem)
    await service.setOperatorRole({ ...ada, role: 'admin' }, caller)
    await service.removeOperator(ada, root)
    expect(await service.operators({})).toMatchObject([{ name: 'bob' }])
  })

  test('leave no password, link, token or code in the store', async () => {
    const folder = await mkdtemp(joinPath(tmpdir(), 'pilot-secrets-'))
    const path = joinPath(folder, 'pilot.db')
    const trial = startTrial({ store: openStore(path) })
    const link = await invite(trial, 'ada', 'admin')
    const { token } = await trial.service.acceptLink({ token: link, password }, stranger)
    const api = await trial.service.addToken({ title: 'x', role: 'viewer', days: 1 }, callerOf(trial, token))
    await signIn(trial, 'ada')
    const written = await Promise.all([path, `${path}-wal`].map((file) => readFile(file, 'latin1')))
    expect(written.join()).toContain('ada')
    for (const secret of [password, link, token, api.token]) expect(written.join()).not.toContain(secret)
    trial.store.close()
    await rm(folder, { recursive: true })
  })
})

describe('the audit', () => {
  const lines = [
    ['2026-01-31T10:00:00.000Z', 'ada', 'signIn', null, 'done'],
    ['2026-01-31T11:00:00.000Z', 'Adam', 'wake', 'shop', 'done'],
    ['2026-01-31T12:00:00.000Z', 'eve', 'signIn', null, 'sign-in-failed'],
    ['2026-01-31T13:00:00.000Z', 'root', 'suspend', 'shop', 'not-permitted'],
  ] as const
  const { store } = startTrial()
  for (const [time, actor, action, tenant, result] of lines)
    store.audit.append({ time, actor, source: 'bridge', address: null, action, tenant, input: {}, result })

  test.each([
    [{}, [4, 3, 2, 1]],
    [{ tenant: 'shop' }, [4, 2]],
    [{ actor: 'ADA' }, [2, 1]],
    [{ actor: '%' }, []],
    [{ action: 'signIn' }, [3, 1]],
    [{ result: 'done' }, [2, 1]],
    [{ result: 'failed' }, [4, 3]],
    [{ result: 'sign-in-failed' }, [3]],
    [{ since: '2026-01-31T11:00:00Z' }, [4, 3, 2]],
    [{ until: '2026-01-31T12:00:00Z' }, [2, 1]],
    [{ since: '2026-01-31T11:00:00Z', until: '2026-01-31T13:00:00Z' }, [3, 2]],
    [{ before: 3 }, [2, 1]],
    [{ before: 3, limit: 1 }, [2]],
    [{ tenant: 'shop', result: 'failed', actor: 'root' }, [4]],
  ])('by %j has the lines %j', (query, sequences) => {
    expect(store.audit.list(AuditQuery.parse(query)).map(({ sequence }) => sequence)).toEqual(sequences)
  })

  test('of an operation that was interrupted knows where it was asked for', () => {
    const caller = { ...stranger, actor: 'ada' }
    store.operations.begin({ ...shopJob, caller }, new Date())
    expect(store.operations.unfinished()[0]?.caller).toMatchObject({ actor: 'ada', address: '192.0.2.1' })
  })
})

const shopJob = { tenant: shop.name, action: 'suspend', input: shop }

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['127.0.0.1', '127.0.0.0/8'],
  ['127.1.2.3', '127.0.0.0/8'],
  ['::ffff:127.9.9.9', '127.0.0.0/8'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  [null, 'unknown'],
])('failures from %s count for %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

describe("a request that another site's page made", () => {
  const report = (trial: Trial, address: string) =>
    trial.service.reportForeign(
      { action: 'deleteTenant', origin: 'https://evil.example' },
      { ...stranger, address },
    )

  test('is in the audit, with the origin and whose session it would have used', async () => {
    const trial = startTrial(createClock())
    const ada = await joinAs(trial, 'ada', 'admin')
    await trial.service.reportForeign({ action: 'deleteTenant', origin: 'https://evil.example' }, ada)
    expect(auditOf(trial, { limit: 1 })).toMatchObject([
      {
        actor: 'ada',
        address: '192.0.2.1',
        action: 'deleteTenant',
        result: 'foreign-origin',
        input: { origin: 'https://evil.example' },
      },
    ])
  })

  test('is written down once a minute for each address', async () => {
    const clock = createClock()
    const trial = startTrial(clock)
    for (let attempt = 1; attempt <= 5; attempt += 1) await report(trial, '192.0.2.1')
    await report(trial, '198.51.100.1')
    expect(auditOf(trial, { result: 'foreign-origin' })).toHaveLength(2)
    clock.pass(1 * minutes)
    await report(trial, '192.0.2.1')
    expect(auditOf(trial, { result: 'foreign-origin' })).toHaveLength(3)
  })
})
