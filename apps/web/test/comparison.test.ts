import {
  comparisonCsv,
  type ComparedVariantResult,
  type Comparison,
  type ComparisonSummary,
} from '@pilot/contract'
import { describe, expect, it, test } from 'vitest'
import { applyComparisonEvent, beginRun } from '../src/features/compare/comparison-run.ts'
import {
  about,
  awakeShare,
  breakEven,
  costOf,
  countsUpTo,
  fits,
  totalOf,
} from '../src/features/compare/cost.ts'
import { estimate } from '../src/features/compare/estimate.ts'
import { cheapestContainer, lastDone } from '../src/shared/comparisons/queries.ts'
import { savingAt } from '../src/features/overview/saving.ts'

const mib = 1024 ** 2

const podman: ComparedVariantResult = {
  variant: 'podman',
  state: 'measured',
  reason: null,
  count: 10,
  memory: {
    parts: [
      { part: 'app', processes: 10, pss: 80 * mib },
      { part: 'daemon', processes: 1, pss: 20 * mib },
    ],
    systemdGrowth: null,
    slabGrowth: 4096,
    cgroup: null,
    availableBefore: 1000 * mib,
    availableAfter: 900 * mib,
    noise: 0,
    perTenant: 10 * mib,
  },
  create: { median: 170, values: [170, 171.5] },
  firstByte: null,
  warmByte: null,
}
const docker: ComparedVariantResult = {
  variant: 'docker',
  state: 'skipped',
  reason: { code: 'told', text: 'docker is not installed, as "which" says.' },
  count: 0,
  memory: null,
  create: null,
  firstByte: null,
  warmByte: null,
}

describe('what so many take', () => {
  it('counts a daemon once, and the rest for each', () => {
    const cost = costOf(podman)
    expect(cost).toEqual({ fixed: 20 * mib, each: 8 * mib })
    if (cost !== null) expect([totalOf(cost, 10), totalOf(cost, 20)]).toEqual([100 * mib, 180 * mib])
  })

  it('is not known of what was not measured', () => expect(costOf(docker)).toBeNull())

  it('says how many fit into what is free, and none where the daemon alone is too large', () => {
    expect(fits({ fixed: 20, each: 8 }, 100)).toBe(10)
    expect(fits({ fixed: 200, each: 8 }, 100)).toBe(0)
    expect(fits({ fixed: 0, each: 0 }, 100)).toBeNull()
    expect(fits({ fixed: 0, each: 2 }, 10_000_000), 'no more than there are accounts').toBe(65_535)
  })

  it.each([
    [310_456, 310_000],
    [197, 190],
    [42, 42],
    [0, 0],
  ])('is told with two figures: %d', (count, told) => expect(about(count)).toBe(told))
})

describe('the break-even', () => {
  const container = { fixed: 0, each: 9 }
  it('is the first number at which tenants take no more', () => {
    const even = breakEven({ fixed: 148, each: 0.5 }, container)
    expect(even).toBe(18)
    expect(totalOf({ fixed: 148, each: 0.5 }, 18)).toBeLessThanOrEqual(totalOf(container, 18))
    expect(totalOf({ fixed: 148, each: 0.5 }, 17)).toBeGreaterThan(totalOf(container, 17))
  })
  it('is 1 where the first takes less already', () =>
    expect(breakEven({ fixed: 0, each: 1 }, container)).toBe(1))
  it('does not exist where each takes more', () => {
    expect(breakEven({ fixed: 0, each: 21 }, container)).toBeNull()
    expect(breakEven({ fixed: 0, each: 9.5 }, { fixed: 100, each: 9 })).toBeNull()
  })
})

test('so many may be awake until containers take less', () => {
  expect(awakeShare(0, 20, 10)).toBe(0.5)
  expect(awakeShare(1, 10, 30)).toBeGreaterThan(1)
  expect(awakeShare(5, 20, 4)).toBe(0)
  expect(awakeShare(5, 5, 9)).toBeNull()
})

test('totals are drawn from 0 or 1 up to a round number beyond every point', () => {
  const linear = countsUpTo([20, 34], 'linear')
  expect([linear[0], linear.at(-1)]).toEqual([0, 100])
  const log = countsUpTo([20, 34], 'log')
  expect([log[0], log.at(-1)]).toEqual([1, 100])
  for (const counts of [linear, log]) expect(new Set(counts).size).toBe(counts.length)
})

test('what was saved is what containers would take without what tenants did take', () => {
  const measured = { container: 9 * mib, asleep: 0.5 * mib }
  expect(savingAt({ tenants: 10, pss: 40 * mib }, measured)).toEqual({
    containers: 90 * mib,
    tenants: 45 * mib,
    saved: 45 * mib,
  })
  expect(savingAt({ tenants: 10, pss: null }, measured)).toMatchObject({ tenants: null, saved: null })
  expect(savingAt({ tenants: 2, pss: 40 * mib }, { ...measured, asleep: null }).saved).toBe(-22 * mib)
})

const summary = (change: Partial<ComparisonSummary>): ComparisonSummary => ({
  id: 'c-1',
  startedAt: '2026-01-31T12:00:00.000Z',
  finishedAt: '2026-01-31T12:04:00.000Z',
  state: 'done',
  problem: null,
  count: 10,
  starts: 20,
  variants: ['tenant', 'podman'],
  actor: 'root',
  perTenant: { tenant: 14_000, podman: 9 * mib, docker: 16 * mib },
  ...change,
})

test('the last comparison is the newest that was carried out and measured something', () => {
  const all = [summary({ id: 'c-3', state: 'running' }), summary({ id: 'c-2', perTenant: {} }), summary({})]
  expect(lastDone(all)?.id).toBe('c-1')
  expect(lastDone([summary({ state: 'cancelled' })])).toBeUndefined()
})

test('tenants are set against the container that takes least', () => {
  expect(cheapestContainer(summary({}))).toEqual({ variant: 'podman', each: 9 * mib })
  expect(cheapestContainer({ perTenant: { tenant: 14_000 } })).toBeUndefined()
})

test('how long it takes goes by the last one, in proportion to the work, and is not known before', () => {
  const asked = { count: 10, starts: 20, variants: ['tenant', 'podman'] }
  expect(estimate(asked, [summary({})])).toBe(240_000)
  expect(estimate({ ...asked, count: 30 }, [summary({})])).toBe(480_000)
  expect(estimate(asked, [summary({ state: 'cancelled' })])).toBeNull()
})

test('a comparison is told from its present phase to its end', () => {
  const progress = { event: 'progress', variant: 'podman', phase: 'start', done: 3, of: 20 } as const
  let run = applyComparisonEvent(beginRun([docker]), progress)
  expect(run.progress).toEqual(progress)
  run = applyComparisonEvent(run, { event: 'measured', result: podman })
  run = applyComparisonEvent(run, { event: 'finished', comparison: summary({}) })
  expect(run).toMatchObject({ progress: null, ended: true })
  expect([...run.results.keys()]).toEqual(['docker', 'podman'])
})

test('the CSV has every single value with its unit, and a reason where there is none', () => {
  const comparison: Comparison = {
    ...summary({}),
    machine: null,
    method: [],
    results: [podman, docker],
  }
  const lines = comparisonCsv(comparison).split('\r\n')
  expect(lines[0]).toBe('comparison,variant,state,count,measure,part,unit,index,value')
  expect(lines).toContain(`c-1,podman,measured,10,pss,daemon,bytes,,${20 * mib}`)
  expect(lines).toContain('c-1,podman,measured,10,systemdGrowth,,bytes,,')
  expect(lines).toContain('c-1,podman,measured,10,create,,ms,2,171.5')
  expect(lines).toContain('c-1,docker,skipped,0,reason,,,,"docker is not installed, as ""which"" says."')
})
