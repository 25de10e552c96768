import { setTimeout as wait } from 'node:timers/promises'
import { explainState } from '@pilot/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchFailures } from '../src/failures/index.ts'
import { climb } from '../src/failures/ladder.ts'
import type { FailureRecord } from '../src/store/index.ts'
import { create, readAll, root, shop, show, startTrial, type Trial } from './support/agent.ts'

describe('the ladder', () => {
  const failure = (at: number, socketFailed = false) =>
    ({ tenant: shop.name, result: 'exit-code', status: 1, at, socketFailed }) as const

  test('two failures are free, then the pause doubles up to 30 s', () => {
    const pauses: (number | null)[] = []
    let before: FailureRecord | undefined
    let now = 1_000_000
    for (let count = 1; count <= 9; count += 1) {
      before = climb(failure(now), before, now)
      pauses.push(before.retryAt === null ? null : before.retryAt - now)
      now = (before.retryAt ?? now) + 100
    }
    expect(pauses).toEqual([null, null, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  test('a minute without a failure begins anew', () => {
    const third = { ...climb(failure(0), undefined, 0), count: 5 }
    expect(climb(failure(59_999), third, 59_999).count).toBe(6)
    expect(climb(failure(60_000), third, 60_000).count).toBe(1)
  })

  test('a socket that gave up is paused at once', () => {
    expect(climb(failure(0, true), undefined, 0)).toMatchObject({ count: 3, retryAt: 1000 })
  })
})

describe('a tenant that crashes again and again', () => {
  const socket = 'pilot@shop.socket'
  const service = 'pilot@shop.service'

  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  const begin = async (): Promise<Trial> => {
    const trial: Trial = startTrial({ now: () => new Date(trial.world.state.now) })
    await create(trial)
    void watchFailures(trial.agent, trial.stop.signal)
    await settle()
    return trial
  }

  // The watch and the back-off work in microtasks and immediates; no time of ours passes.
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }

  const crash = async ({ world }: Trial): Promise<void> => {
    world.visit(socket)
    world.endService(service, 'exit-code', 7)
    await settle()
  }

  const pass = async ({ world }: Trial, milliseconds: number): Promise<void> => {
    world.state.now += milliseconds
    await vi.advanceTimersByTimeAsync(milliseconds)
    await settle()
  }

  test('is closed from the third failure on, shown as failing with the reason, and opened again', async () => {
    const trial = await begin()
    await crash(trial)
    await crash(trial)
    expect(await show(trial)).toMatchObject({ state: 'asleep' })
    trial.world.log({ unit: service, identifier: 'server', message: 'cannot find module express' })
    await crash(trial)
    expect(trial.world.unit(socket)?.active).toBe('inactive')
    const status = await show(trial)
    expect(status).toMatchObject({ state: 'failing', failure: { count: 3, result: 'exit-code', status: 7 } })
    expect(explainState(status.reason)).toContain('cannot find module express')
    expect(trial.agent.backOff.waiting).toBe(1)
    await pass(trial, 1001)
    expect(trial.world.unit(socket)?.active).toBe('active')
    expect(await show(trial)).toMatchObject({ state: 'asleep', failure: null })
    expect(trial.agent.backOff.waiting).toBe(0)
    trial.stop.abort()
  })

  test('an agent that starts meanwhile opens the socket when its time has come', async () => {
    const first = await begin()
    for (let count = 0; count < 3; count += 1) await crash(first)
    first.agent.backOff.stop()
    first.stop.abort()
    const next: Trial = startTrial({
      world: first.world,
      store: first.store,
      now: () => new Date(next.world.state.now),
    })
    next.agent.backOff.resume()
    expect(next.agent.backOff.waiting).toBe(1)
    await pass(next, 1001)
    expect(next.world.unit(socket)?.active).toBe('active')
  })

  test('an agent that starts does not count the failure again that the last one has seen', async () => {
    const first = await begin()
    await crash(first)
    first.stop.abort()
    const next: Trial = startTrial({
      world: first.world,
      store: first.store,
      now: () => new Date(next.world.state.now),
    })
    void watchFailures(next.agent, next.stop.signal)
    await settle()
    expect(next.store.failures.find(shop.name)?.count).toBe(1)
    next.stop.abort()
  })

  test('a failure that systemd tells more than once, also after the next start, is counted once', async () => {
    const trial = await begin()
    const { world } = trial
    const failed = world.state.now
    await crash(trial)
    for (let told = 0; told < 2; told += 1) {
      world.state.now += 5
      if (told === 0) world.visit(socket)
      const change = { name: service, active: 'failed', sub: 'failed', stateChangedAt: failed }
      world.events.emit('unit', 'system', change)
      await settle()
    }
    expect(trial.store.failures.find(shop.name)).toMatchObject({ count: 1, failedAt: failed })
    expect(await show(trial)).toMatchObject({ state: 'awake' })
    trial.stop.abort()
  })

  test('an agent that starts when the program runs again counts nothing', async () => {
    const trial: Trial = startTrial({ now: () => new Date(trial.world.state.now) })
    await create(trial)
    trial.world.visit(socket)
    trial.world.endService(service, 'signal', 9)
    // Between the list of all units and the look at this one.
    trial.world.onCall = (_port, method, _args, phase) => {
      if (method !== 'inspect' || phase !== 'before') return
      trial.world.onCall = () => undefined
      trial.world.visit(socket)
    }
    void watchFailures(trial.agent, trial.stop.signal)
    await settle()
    expect(trial.world.unit(service)?.active).toBe('active')
    expect(trial.store.failures.find(shop.name)).toBeUndefined()
    trial.stop.abort()
  })

  test('is opened again also when a waiting visitor has started it once more meanwhile', async () => {
    const trial = await begin()
    await crash(trial)
    await crash(trial)
    const release = occupy(trial)
    await crash(trial)
    // Its last start succeeds, before the socket is closed.
    trial.world.visit(socket)
    release()
    await settle()
    expect([trial.world.unit(socket)?.active, trial.world.unit(service)?.active]).toEqual([
      'inactive',
      'active',
    ])
    await pass(trial, 1001)
    expect([trial.world.unit(socket)?.active, trial.world.unit(service)?.active]).toEqual([
      'active',
      'inactive',
    ])
    expect(await show(trial)).toMatchObject({ state: 'asleep', failure: null })
    trial.stop.abort()
  })

  test('waking it by hand opens the socket also while its program runs', async () => {
    const trial = await begin()
    const release = occupy(trial)
    for (let count = 0; count < 3; count += 1) await crash(trial)
    trial.world.visit(socket)
    release()
    await settle()
    expect((await trial.service.wake(shop, root)).state).toBe('awake')
    expect(trial.world.unit(socket)?.active).toBe('active')
    trial.stop.abort()
  })

  /** Holds the tenant's queue as a long operation does, until the answered function is called. */
  const occupy = ({ agent }: Trial): (() => void) => {
    let release = (): void => undefined
    void agent.queue.run(shop.name, () => new Promise<void>((resolve) => (release = resolve)))
    return () => release()
  }

  test('is not opened by a timer that fires before a suspend has ended', async () => {
    const trial = await begin()
    for (let count = 0; count < 3; count += 1) await crash(trial)
    const release = occupy(trial)
    const suspended = readAll(trial.service.suspend(shop, root))
    await pass(trial, 1001)
    expect(trial.world.unit(socket)?.active).toBe('inactive')
    release()
    await suspended
    await settle()
    expect(trial.world.unit(socket)?.active).toBe('inactive')
    expect(await show(trial)).toMatchObject({ state: 'suspended' })
    expect(trial.agent.backOff.waiting).toBe(0)
    trial.stop.abort()
  })

  test('is not closed when it was mended before its turn came', async () => {
    const trial = await begin()
    await crash(trial)
    await crash(trial)
    const release = occupy(trial)
    await crash(trial)
    expect(trial.agent.backOff.waiting).toBe(1)
    expect(trial.world.unit(socket)?.active).not.toBe('inactive')
    trial.agent.backOff.forget(shop.name)
    release()
    await settle()
    expect(trial.world.unit(socket)?.active).not.toBe('inactive')
    trial.stop.abort()
  })

  test('waking it by hand ends the pause', async () => {
    const trial = await begin()
    for (let count = 0; count < 3; count += 1) await crash(trial)
    expect((await trial.service.wake(shop, root)).state).toBe('awake')
    expect(trial.world.unit(socket)?.active).toBe('active')
    expect(trial.agent.backOff.waiting).toBe(0)
    trial.stop.abort()
  })
})

test('a program that runs behind a closed socket is shown as degraded', async () => {
  const trial = startTrial()
  await create(trial)
  trial.world.visit('pilot@shop.socket')
  expect(await show(trial)).toMatchObject({ state: 'awake' })
  await trial.host.systemd.stop('pilot@shop.socket')
  const { state, reason } = await show(trial)
  expect(state).toBe('degraded')
  expect(explainState(reason)).toContain('Its socket is not open')
})

test('a suspended tenant is not opened by an old timer', async () => {
  const trial = startTrial()
  await create(trial)
  const record = trial.store.tenants.find(shop.name)
  if (record === undefined) throw new Error('it was made')
  trial.store.tenants.wish({ ...record, spec: { ...record.spec, suspended: true } }, new Date())
  trial.store.failures.put({
    tenant: shop.name,
    count: 3,
    result: 'exit-code',
    status: 1,
    failedAt: 0,
    retryAt: 1,
  })
  await trial.host.systemd.stop('pilot@shop.socket')
  trial.agent.backOff.resume()
  await wait(20)
  expect(trial.world.unit('pilot@shop.socket')?.active).toBe('inactive')
})
