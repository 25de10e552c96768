import { setImmediate as turn } from 'node:timers/promises'
import {
  CompareInput,
  TenantName,
  type ComparedVariantResult,
  type Comparison,
  type ComparisonEvent,
  type ComparisonSummary,
} from '@pilot/contract'
import { compareCleanUnit, compareUnit } from '@pilot/render'
import { describe, expect, test } from 'vitest'
import { create, problemIn, root, startTrial, thrownBy, wanted, type Trial } from './support/agent.ts'

const input = CompareInput.parse({ variants: ['podman', 'tenant'] })

/** A machine with the units of the package; the process behind them is played by the test. */
const startWithUnits = (setup: Parameters<typeof startTrial>[0] = {}): Trial => {
  const trial = startTrial(setup)
  for (const unit of [compareUnit, compareCleanUnit])
    trial.world.putFile(`/usr/lib/systemd/system/${unit}`, { text: '[Service]\nExecStart=/bin/true\n' })
  return trial
}

const result: ComparedVariantResult = {
  variant: 'podman',
  state: 'measured',
  reason: null,
  count: 10,
  memory: {
    parts: [{ part: 'app', processes: 10, pss: 200_000_000 }],
    systemdGrowth: 1000,
    slabGrowth: 2000,
    cgroup: null,
    availableBefore: 1e10,
    availableAfter: 9e9,
    noise: 1e6,
    perTenant: 20_000_100,
  },
  create: { median: 150, values: [150] },
  firstByte: { median: 200, values: [200] },
  warmByte: { median: 1, values: [1] },
}

const follow = (trial: Trial, { id }: ComparisonSummary) => {
  const leave = new AbortController()
  const events: ComparisonEvent[] = []
  const over = (async () => {
    for await (const event of trial.service.followComparison({ id }, root, leave.signal)) events.push(event)
  })()
  return { events, over, leave: () => leave.abort() }
}

const until = async (holds: () => boolean): Promise<void> => {
  for (let turns = 0; !holds(); turns += 1) {
    if (turns > 10_000) throw new Error('it does not come about')
    await turn()
  }
}

const find = (trial: Trial, { id }: ComparisonSummary): Promise<Comparison> =>
  trial.service.comparison({ id })

const mine = TenantName.parse('compare-ab12cd-t1')

describe('a comparison', () => {
  test('is carried out by a unit of its own, told while it goes, and kept with all its values', async () => {
    const trial = startWithUnits()
    const started = await trial.service.startComparison(input, root)
    expect(started).toMatchObject({ state: 'running', variants: ['tenant', 'podman'], actor: root.actor })
    expect(trial.world.unit(compareUnit)?.active).toBe('active')
    expect(await trial.service.comparisonWork({})).toEqual({
      running: { id: started.id, count: 10, starts: 20, variants: ['tenant', 'podman'] },
      tenants: [],
    })

    const early = follow(trial, started)
    const { id } = started
    const progress = { variant: 'podman', phase: 'create', done: 1, of: 10 } as const
    await trial.service.reportComparison({ report: 'progress', id, ...progress })
    const late = follow(trial, started)
    await turn()
    await trial.service.reportComparison({ report: 'measured', id, result })
    await trial.service.reportComparison({ report: 'ended', id, problem: null })
    expect(await find(trial, started), 'it cleans up').toMatchObject({ state: 'running' })
    await trial.service.reportComparison({ report: 'cleaned', removed: [] })
    await Promise.all([early.over, late.over])

    const told = [
      { event: 'progress', ...progress },
      { event: 'measured', result },
    ]
    expect(early.events.slice(0, 2)).toEqual(told)
    expect(late.events, 'who comes later hears of the present phase first').toEqual(early.events)
    expect(early.events.at(-1)).toMatchObject({
      event: 'finished',
      comparison: { state: 'done', perTenant: { podman: 20_000_100 } },
    })
    expect(await find(trial, started)).toMatchObject({ state: 'done', results: [result], problem: null })
    expect(await trial.service.comparisons({})).toEqual([
      expect.objectContaining({ id, state: 'done', perTenant: { podman: 20_000_100 } }),
    ])
    const after = follow(trial, started)
    await after.over
    expect(after.events.map(({ event }) => event)).toEqual(['finished'])
  })

  test('is one at a time', async () => {
    const trial = startWithUnits()
    const outcomes = await Promise.allSettled([1, 2].map(() => trial.service.startComparison(input, root)))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(await thrownBy(trial.service.startComparison(input, root))).toMatchObject({
      code: 'comparison-running',
    })
  })

  test('that cannot be started has failed', async () => {
    const trial = startWithUnits()
    trial.world.brokenUnits.add(compareUnit)
    expect(await thrownBy(trial.service.startComparison(input, root))).toMatchObject({
      code: 'comparison-failed',
    })
    expect(await trial.service.comparisons({})).toMatchObject([{ state: 'failed' }])
  })

  test('writes down the tenants it is about to make, and none that somebody has', async () => {
    const trial = startWithUnits()
    const { id } = await trial.service.startComparison(input, root)
    await create(trial)
    const taken = TenantName.parse('shop')
    expect(
      await thrownBy(trial.service.reportComparison({ report: 'making', id, tenants: [mine, taken] })),
    ).toMatchObject({ code: 'tenant-exists', tenant: 'shop' })
    await trial.service.reportComparison({ report: 'making', id, tenants: [mine] })
    expect((await trial.service.comparisonWork({})).tenants, 'not there yet').toEqual([])
    expect(await problemIn(trial.service.createTenant(wanted({ name: mine }), root))).toBeUndefined()
    expect((await trial.service.comparisonWork({})).tenants).toEqual([mine])
  })

  test('has a tenant removed that was asked for and is not there yet when its process is gone', async () => {
    const trial = startWithUnits()
    const { id } = await trial.service.startComparison(input, root)
    await trial.service.reportComparison({ report: 'making', id, tenants: [mine] })
    const creating = problemIn(trial.service.createTenant(wanted({ name: mine }), root))
    expect((await trial.service.comparisonWork({})).tenants).toEqual([mine])
    expect(await creating).toBeUndefined()
  })

  test('forgets the names once all is removed, so that a tenant who gets one later is left alone', async () => {
    const trial = startWithUnits()
    const { id } = await trial.service.startComparison(input, root)
    await trial.service.reportComparison({ report: 'making', id, tenants: [mine] })
    await trial.service.reportComparison({ report: 'ended', id, problem: null })
    await trial.service.reportComparison({ report: 'cleaned', removed: [] })
    await problemIn(trial.service.createTenant(wanted({ name: mine }), root))
    expect((await trial.service.comparisonWork({})).tenants).toEqual([])
  })
})

describe('a comparison that ends early', () => {
  test('is cancelled once its unit has stopped and cleaned up', async () => {
    const trial = startWithUnits()
    const started = await trial.service.startComparison(input, root)
    const { events, over } = follow(trial, started)
    trial.world.onCall = (port, method, args, phase) => {
      // What ExecStopPost= does.
      if (port === 'systemd' && method === 'stop' && args[0] === compareUnit && phase === 'before')
        void trial.service.reportComparison({ report: 'cleaned', removed: ['podman container x'] })
    }
    expect(await trial.service.cancelComparison({ id: started.id }, root)).toMatchObject({
      state: 'cancelled',
    })
    await over
    expect(events).toMatchObject([{ event: 'finished', comparison: { state: 'cancelled' } }])
    expect(await trial.service.cancelComparison({ id: started.id }, root), 'once more').toMatchObject({
      state: 'cancelled',
    })
  })

  test('is interrupted where its process ends without a word, and the agent has it cleaned', async () => {
    const trial = startWithUnits()
    const started = await trial.service.startComparison(input, root)
    const { over } = follow(trial, started)
    trial.world.endService(compareUnit, 'signal', 9)
    await over
    expect(await find(trial, started)).toMatchObject({ state: 'interrupted', problem: null })
    expect(trial.world.writes.map(({ method, args }) => `${method} ${String(args[0])}`)).toContain(
      `start ${compareCleanUnit}`,
    )
  })

  test('says so where it could not be cleaned', async () => {
    const trial = startWithUnits()
    const started = await trial.service.startComparison(input, root)
    const { over } = follow(trial, started)
    trial.world.brokenUnits.add(compareCleanUnit)
    trial.world.endService(compareUnit, 'signal', 9)
    await over
    expect(await find(trial, started)).toMatchObject({
      state: 'interrupted',
      problem: {
        code: 'comparison-failed',
        detail: {
          code: 'not-removed',
          unit: compareCleanUnit,
          words: '',
          reason: { code: 'job-ended', unit: compareCleanUnit, result: 'failed' },
        },
      },
    })
    expect(await thrownBy(trial.service.cleanComparisons({}, root))).toMatchObject({
      code: 'comparison-failed',
    })
  })

  test('is found by the agent that starts after a reboot', async () => {
    const before = startWithUnits()
    const started = await before.service.startComparison(input, root)
    before.stop.abort()
    before.world.endService(compareUnit)
    await turn()
    expect(await find(before, started), 'the agent that leaves settles nothing').toMatchObject({
      state: 'running',
    })
    const after = startTrial({ world: before.world, store: before.store })
    after.agent.comparisons.resume()
    await until(() => after.store.comparisons.running() === undefined)
    expect(await find(after, started)).toMatchObject({ state: 'interrupted' })
  })

  test('goes on under an agent that was restarted meanwhile', async () => {
    const before = startWithUnits()
    const started = await before.service.startComparison(input, root)
    before.stop.abort()
    const after = startTrial({ world: before.world, store: before.store })
    after.agent.comparisons.resume()
    await turn()
    expect(await find(after, started)).toMatchObject({ state: 'running' })
    expect(after.agent.activity.running, 'the agent stays for it').toBeGreaterThan(0)
    await after.service.reportComparison({ report: 'ended', id: started.id, problem: null })
    after.world.endService(compareUnit)
    await after.agent.activity.settled()
    expect(await find(after, started)).toMatchObject({ state: 'done' })
  })
})

test('clean ends the one that runs, and tells what was removed', async () => {
  const trial = startWithUnits()
  const started = await trial.service.startComparison(input, root)
  trial.world.onCall = (port, method, args, phase) => {
    if (port === 'systemd' && method === 'start' && args[0] === compareCleanUnit && phase === 'before')
      void trial.service.reportComparison({ report: 'cleaned', removed: [`tenant ${mine}`] })
  }
  const { removed } = await trial.service.cleanComparisons({}, root)
  expect(removed).toContain(`tenant ${mine}`)
  expect(await find(trial, started)).toMatchObject({ state: 'cancelled' })
})

test('each change is one line of the audit, also one that is refused', async () => {
  const trial = startWithUnits()
  const { id } = await trial.service.startComparison(input, root)
  await thrownBy(trial.service.startComparison(input, root))
  await trial.service.cancelComparison({ id }, root)
  await trial.service.removeComparison({ id }, root)
  expect(await thrownBy(trial.service.comparison({ id }))).toMatchObject({ code: 'not-found' })
  expect(await thrownBy(trial.service.removeComparison({ id }, root))).toMatchObject({ code: 'not-found' })
  const lines = await trial.service.audit({ limit: 10 })
  expect(lines.map(({ action, result: ended }) => `${action} ${ended}`)).toEqual([
    'removeComparison not-found',
    'removeComparison done',
    'cancelComparison done',
    'startComparison comparison-running',
    'startComparison done',
  ])
})

test('the store keeps the newest two hundred', async () => {
  const trial = startWithUnits()
  const { id } = await trial.service.startComparison(input, root)
  await trial.service.reportComparison({ report: 'ended', id, problem: null })
  await trial.service.reportComparison({ report: 'cleaned', removed: [] })
  const record = trial.store.comparisons.find(id)
  if (record === undefined) throw new Error('not stored')
  for (let index = 0; index < 205; index += 1) {
    const startedAt = new Date(Date.UTC(2030, 0, 1, 0, 0, index)).toISOString()
    trial.store.comparisons.put({
      ...record,
      comparison: { ...record.comparison, id: `later-${index}`, startedAt },
    })
  }
  const kept = await trial.service.comparisons({})
  expect(kept).toHaveLength(200)
  expect(kept[0]?.id).toBe('later-204')
})
