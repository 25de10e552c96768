import { comparisonDocument, PilotError, type ComparedVariantResult, type Comparison } from '@pilot/contract'
import { describe, expect, it, test } from 'vitest'
import { runPilot } from './run-pilot.ts'

const memory = (pss: number, perTenant: number): NonNullable<ComparedVariantResult['memory']> => ({
  parts: [
    { part: 'app', processes: 2, pss },
    { part: 'monitor', processes: 2, pss: 1024 },
  ],
  systemdGrowth: -2048,
  slabGrowth: 4096,
  cgroup: null,
  availableBefore: 1_000_000,
  availableAfter: 900_000,
  noise: 200_000,
  perTenant,
})

const measured = (variant: ComparedVariantResult['variant'], perTenant: number): ComparedVariantResult => ({
  variant,
  state: 'measured',
  reason: null,
  count: 2,
  memory: memory(2 * perTenant, perTenant),
  create: { median: 12.5, values: [12, 13] },
  firstByte: { median: 80, values: [79, 81] },
  warmByte: { median: 0.5, values: [0.5] },
})

const comparison: Comparison = {
  id: '20260131T120000-ab12cd',
  startedAt: '2026-01-31T12:00:00.000Z',
  finishedAt: '2026-01-31T12:01:00.000Z',
  state: 'done',
  problem: null,
  count: 2,
  starts: 20,
  variants: ['tenant', 'podman', 'docker'],
  actor: 'root (sudo alice)',
  machine: {
    hostname: 'h',
    kernel: '6.12.0',
    cpu: 'CPU',
    cores: 2,
    memory: 8 * 1024 ** 3,
    controllers: null,
    versions: { pilot: '0.1.0', podman: '5.4.2' },
  },
  method: [{ code: 'told', text: 'It was measured.' }, { code: 'podman-without-pids' }],
  results: [
    measured('tenant', 10_240),
    measured('podman', 10_240_000),
    {
      variant: 'docker',
      state: 'skipped',
      reason: { code: 'engine-missing', engine: 'docker' },
      count: 0,
      memory: null,
      create: null,
      firstByte: null,
      warmByte: null,
    },
  ],
}

const { id } = comparison
const summary = { ...comparison, perTenant: { tenant: 10_240, podman: 10_240_000 } }

const answers = {
  startComparison: { ...summary, state: 'running' },
  followComparison: [
    { event: 'progress', variant: 'podman', phase: 'create', done: 1, of: 2 },
    ...comparison.results.map((result) => ({ event: 'measured', result })),
    { event: 'finished', comparison: summary },
  ],
  comparison,
  comparisons: [summary],
  cancelComparison: { ...summary, state: 'cancelled' },
  cleanComparisons: { removed: ['tenant compare-ab12cd-t1'] },
  removeComparison: {},
}

describe('pilot compare', () => {
  it('asks for what the flags say, and tells each variant as it is measured, then a table with ratios', async () => {
    const ran = await runPilot(
      ['compare', '--count=2', '--starts', '30', '--variant=tenant', '--variant', 'podman'],
      { answers },
    )
    expect(ran.code).toBe(0)
    expect(ran.calls[0]).toEqual({
      method: 'startComparison',
      input: { count: 2, starts: 30, variants: ['tenant', 'podman'] },
    })
    expect(ran.out).toContain('podman: 9.8M each, of 2.\n')
    expect(ran.out).toMatch(/^tenant +2 +10K +x1\.0 +20K +1K +0 +-2K +noise +- +13 ms +80 ms +0\.5 ms$/m)
    expect(ran.out).toMatch(/^podman +2 +9\.8M +x1000 /m)
    expect(ran.out).toContain('docker: skipped. docker is not installed.')
    expect(ran.err).toBe('')
  })

  it('without flags asks for the defaults', async () => {
    const { calls } = await runPilot(['compare'], { answers })
    expect(calls[0]?.input).toEqual({ count: 10, starts: 20 })
  })

  it('prints nothing but the document with --json, and nothing but rows with --csv', async () => {
    expect(JSON.parse((await runPilot(['compare', '--json'], { answers })).out)).toEqual(
      JSON.parse(JSON.stringify(comparisonDocument(comparison))),
    )
    const rows = (await runPilot(['compare', '--csv'], { answers })).out.trim().split('\r\n')
    expect(rows[0]).toBe('comparison,variant,state,count,measure,part,unit,index,value')
    expect(rows).toContain('20260131T120000-ab12cd,podman,measured,2,pss,monitor,bytes,,1024')
    expect(rows).toContain('20260131T120000-ab12cd,podman,measured,2,cgroup,,bytes,,')
    expect(rows).toContain('20260131T120000-ab12cd,tenant,measured,2,firstByte,,ms,2,81')
    expect(rows).toContain('20260131T120000-ab12cd,docker,skipped,0,reason,,,,docker is not installed.')
  })

  it('ends with 7 where a variant failed, after the table of the others', async () => {
    const failed = {
      ...measured('podman', 1),
      state: 'failed',
      reason: { code: 'told', text: 'podman run ended with 125.' },
    }
    const results = [measured('tenant', 10_240), failed]
    const ran = await runPilot(['compare'], {
      answers: { ...answers, comparison: { ...comparison, results } },
    })
    expect(ran.code).toBe(7)
    expect(ran.out).toMatch(/^tenant +2/m)
    expect(ran.err).toContain('podman run ended with 125.')
  })

  it.each([
    ['interrupted', null, 7],
    ['cancelled', null, 7],
    ['failed', { code: 'comparison-failed', detail: { code: 'told', text: 'x' } }, 7],
  ])('ends with a problem where it was %s', async (state, problem, code) => {
    const ran = await runPilot(['compare'], {
      answers: { ...answers, comparison: { ...comparison, state, problem } },
    })
    expect(ran.code).toBe(code)
    expect(ran.err).toMatch(/^pilot: The comparison failed/)
  })

  it('after Ctrl-C cancels it, waits for that, and ends with 130', async () => {
    const interruption = new AbortController()
    interruption.abort()
    const ran = await runPilot(['compare'], { answers, interruption })
    expect(ran.code).toBe(130)
    expect(ran.calls.map(({ method }) => method)).toEqual([
      'startComparison',
      'followComparison',
      'cancelComparison',
    ])
    expect(ran.err).toContain('nothing is left of the comparison 20260131T120000-ab12cd')
  })
})

test.each([
  [['--list'], 'comparisons', /^20260131T120000-ab12cd .* done +2 +root \(sudo alice\) +10K/m],
  [['--show', id], 'comparison', /^podman +2 /m],
  [['--remove', id], 'removeComparison', /is forgotten/],
  [['--clean'], 'cleanComparisons', /^removed tenant compare-ab12cd-t1$/m],
])('compare %s', async (args, method, text) => {
  const ran = await runPilot(['compare', ...args], { answers })
  expect(ran).toMatchObject({ code: 0, err: '' })
  expect(ran.calls.map((call) => call.method)).toEqual([method])
  expect(ran.out).toMatch(text)
})

test('compare --cancel ends the one that runs, and says where there is none', async () => {
  expect(await runPilot(['compare', '--cancel'], { answers })).toMatchObject({ code: 3 })
  const running = [{ ...summary, state: 'running' }]
  const ran = await runPilot(['compare', '--cancel'], { answers: { ...answers, comparisons: running } })
  expect(ran.calls.at(-1)).toEqual({ method: 'cancelComparison', input: { id: id } })
  expect(ran.code).toBe(0)
})

test.each([
  [['--starts=5']],
  [['--starts=x']],
  [['--count=0']],
  [['--variant=vm']],
  [['--list', '--clean']],
  [['--json', '--csv']],
])('compare %s is refused before anything is done', async (args) => {
  const ran = await runPilot(['compare', ...args], { answers })
  expect(ran.code).toBe(2)
  expect(ran.calls).toEqual([])
})

test('compare --dry-run does nothing', async () => {
  for (const args of [[], ['--clean'], ['--cancel']]) {
    const ran = await runPilot(['compare', '--dry-run', ...args], { answers })
    expect(ran).toMatchObject({ code: 0, calls: [] })
    expect(ran.out).toContain('nothing was done')
  }
})

test('compare needs root, and tells a comparison that runs already', async () => {
  expect(await runPilot(['compare'], { root: false })).toMatchObject({ code: 4 })
  const running = new PilotError({ code: 'comparison-running', id: id })
  const ran = await runPilot(['compare'], { answers: { ...answers, startComparison: running } })
  expect(ran.code).toBe(5)
  expect(ran.err).toContain('still running')
})
