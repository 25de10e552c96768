import { TenantName } from '@pilot/contract'
import { createFakeHost } from '@pilot/host/fake'
import type { Host } from '@pilot/host/ports'
import { renderCreateRole, renderDropRole } from '@pilot/render'
import { describe, expect, test } from 'vitest'
import { crashAfter } from '../src/crash-seam.ts'
import { leaveToSystemd } from '../src/operations/leave-to-systemd.ts'
import { resumeOperation } from '../src/operations/change-tenant.ts'
import {
  create,
  problemIn,
  readAll,
  root,
  shop,
  show,
  startTrial,
  wanted,
  type Trial,
} from './support/agent.ts'

/** A host whose n-th call never comes back: the process is gone, for all that the store can tell. */
const dyingHost = (calls: number) => {
  const { promise: died, resolve: die } = Promise.withResolvers<'died'>()
  const wrap = (host: Host): Host => {
    let dead = false
    const counted = crashAfter(host, calls, () => {
      dead = true
      die('died')
    })
    return hangWhen(counted, () => dead)
  }
  return { wrap, died }
}

const hangWhen = <Port extends object>(port: Port, isDead: () => boolean): Port => {
  // What postgres.session() gives to the function that it is given.
  const hangUse = (arg: unknown): unknown =>
    typeof arg === 'function'
      ? (inner: object): unknown => Reflect.apply(arg, undefined, [hangWhen(inner, isDead)])
      : arg
  return new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (typeof member === 'object' && member !== null) return hangWhen(member, isDead)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(member, target, args.map(hangUse))
        if (!(answer instanceof Promise)) return hangWhen(answer as object, isDead)
        return answer.then((value: unknown) => (isDead() ? new Promise(() => undefined) : value))
      }
    },
  })
}

const restart = async ({ world, store }: Trial): Promise<Trial> => {
  const next = startTrial({ world, store })
  await Promise.all(store.operations.unfinished().map((operation) => resumeOperation(next.agent, operation)))
  return next
}

/** Runs the command with the agent dying after its first, second ... call, until one run gets through. */
const withEveryCrash = async (
  prepare: (trial: Trial) => Promise<unknown>,
  command: (trial: Trial) => Promise<unknown>,
  check: (trial: Trial) => Promise<void>,
): Promise<number> => {
  for (let calls = 1; calls < 500; calls += 1) {
    const before = startTrial()
    await prepare(before)
    const { wrap, died } = dyingHost(calls)
    const trial = startTrial({ world: before.world, store: before.store, operationHost: wrap })
    const outcome = await Promise.race([died, command(trial).then(() => 'got through' as const)])
    if (outcome === 'got through') return calls
    await check(await restart(trial))
  }
  throw new Error('the command still dies after 500 calls')
}

describe('an agent that dies after any host call', () => {
  test('of create-tenant is followed by one that completes the tenant', async () => {
    const calls = await withEveryCrash(
      () => Promise.resolve(),
      (trial) => create(trial),
      async (trial) => {
        expect(await show(trial)).toMatchObject({ state: 'asleep', problem: null })
        expect(trial.store.operations.unfinished()).toEqual([])
        trial.world.writes.length = 0
        expect(await create(trial)).toBeUndefined()
        expect(trial.world.writes).toEqual([])
      },
    )
    expect(calls).toBeGreaterThan(20)
  })

  test('of delete-tenant --purge is followed by one that takes all away', async () => {
    const calls = await withEveryCrash(
      async (trial) => {
        await create(trial, { name: 'witness' })
        await create(trial)
      },
      (trial) => readAll(trial.service.deleteTenant({ ...shop, purge: true }, root)),
      async (trial) => {
        expect(trial.store.tenants.list().map(({ spec }) => spec.name)).toEqual(['witness'])
        expect([...trial.world.state.accounts.keys()]).not.toContain('shop')
        expect([...trial.world.state.databases.keys()]).not.toContain('shop')
        expect([...trial.world.state.files.keys()].filter((path) => path.includes('shop'))).toEqual([])
      },
    )
    expect(calls).toBeGreaterThan(10)
  })
})

test('an agent that is told to end stops between two steps, and the next one goes on', async () => {
  const trial = startTrial()
  const events: string[] = []
  const read = async (): Promise<void> => {
    for await (const event of trial.service.createTenant(wanted({}), root)) {
      events.push(event.event)
      if (event.event === 'step-finished') trial.stop.abort()
    }
  }
  await expect(read()).rejects.toMatchObject({ problem: { code: 'service-down', service: 'pilot-agent' } })
  expect(trial.store.operations.unfinished()).toHaveLength(1)
  const next = await restart(trial)
  expect(await show(next)).toMatchObject({ state: 'asleep' })
  const [entry] = await next.service.audit({ limit: 1 })
  expect(entry).toMatchObject({ action: 'createTenant', result: 'done', actor: root.actor })
})

test('an operation goes on when its reader leaves', async () => {
  const trial = startTrial()
  for await (const event of trial.service.createTenant(wanted({}), root))
    if (event.event === 'step-started') break
  await trial.agent.activity.settled()
  expect((await show(trial)).state).toBe('asleep')
})

test('an agent that ends takes no new work', async () => {
  const trial = startTrial()
  trial.stop.abort()
  await expect(create(trial)).rejects.toMatchObject({ problem: { code: 'service-down' } })
  expect(trial.store.tenants.list()).toEqual([])
})

test('the crash seam counts calls of every port, and of user managers', async () => {
  const { host, world } = createFakeHost()
  let crashes = 0
  const seam = crashAfter(host, 3, () => (crashes += 1))
  await seam.machine.kernel()
  await seam.accounts.find('root')
  expect(crashes).toBe(0)
  world.state.lingering.add('caddy')
  // No tenant's, but it is there.
  const account = await host.accounts.find('caddy' as TenantName)
  if (account === undefined) throw new Error('the fake Debian has caddy')
  await seam.userManagers
    .of(account)
    .list(['*'])
    .catch(() => undefined)
  expect(crashes).toBe(1)
})

test('the crash seam counts each statement of a PostgreSQL session, and the session', async () => {
  const { host, world } = createFakeHost()
  const one = TenantName.parse('one')
  const crashedAfter: number[] = []
  for (const calls of [1, 2, 3, 4]) {
    const before = world.writes.length
    const seam = crashAfter(host, calls, () => crashedAfter.push(world.writes.length - before))
    await seam.postgres.session(async ({ execute }) => {
      await execute(renderCreateRole(one))
      await execute(renderDropRole(one))
    })
  }
  expect(crashedAfter).toEqual([1, 2, 2])
})

test('a problem of one tenant holds up no other', async () => {
  const trial = startTrial()
  trial.world.brokenUnits.add('pilot@shop.socket')
  const [bad, good] = await Promise.all([
    create(trial),
    problemIn(trial.service.createTenant(wanted({ name: 'other' }), root)),
  ])
  expect(bad).toMatchObject({ code: 'step-failed', step: 'socket' })
  expect(good).toBeUndefined()
})

test('an upgrade leaves the sandbox of a unit with somebody’s own drop-in to systemd', async () => {
  const trial = startTrial()
  await create(trial)
  await create(trial, { name: 'other' })
  trial.world.putFile('/etc/systemd/system/pilot@shop.service.d/60-admin.conf', {
    text: '[Service]\nInaccessiblePaths=/srv\n',
  })
  await trial.host.systemd.reload()
  for (const name of ['shop', 'other']) await leaveToSystemd(trial.agent, TenantName.parse(name))
  expect(trial.store.tenants.list().map(({ spec }) => [spec.name, spec.sandbox])).toEqual([
    ['other', 'pilot'],
    ['shop', 'systemd'],
  ])
})
