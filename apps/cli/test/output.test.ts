import { PilotError, type Problem, type TenantStatus } from '@pilot/contract'
import { describe, expect, test } from 'vitest'
import type { Pilot } from '../src/pilot.ts'
import { buildProgram } from '../src/program.ts'
import { demo, doneEvents, failedEvents, type Answers } from './fake-client.ts'
import { runPilot } from './run-pilot.ts'

// Times are told in local time.
process.env['TZ'] = 'UTC'

const postgresDown: Problem = { code: 'service-down', service: 'postgresql', detail: 'connect ENOENT' }

test('an operation tells each step, and at the end the address and the time', async () => {
  const { code, out, err } = await runPilot(['create-tenant', 'demo'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toBe(
    '✓ account      12 ms\n✓ database     3 ms, as it was\ndemo answers at http://demo.localhost (15 ms).\n',
  )
})

test('on a terminal the step in work is drawn on one line and erased when it is done', async () => {
  const { err } = await runPilot(['create-tenant', 'demo'], { terminal: true })
  const drawn = err.replace(/\d+ ms(?=\r)/g, 'N ms')
  const erase = '\r\u001b[2K'
  expect(drawn.startsWith(`${erase}⠙ account      N ms${erase}${erase}✓ account      12 ms\n`)).toBe(true)
  expect(err.endsWith(`✓ database     3 ms, as it was\n${erase}`)).toBe(true)
})

test('with --json an operation is its events and then one object, and stderr stays empty', async () => {
  const { err, lines } = await runPilot(['create-tenant', 'demo', '--json'])
  expect(err).toBe('')
  expect(lines()).toEqual([
    ...doneEvents(),
    {
      tenant: 'demo',
      urls: ['http://demo.localhost'],
      milliseconds: 15,
      problem: null,
      message: 'demo answers at http://demo.localhost (15 ms).',
    },
  ])
})

test('a failed step is marked on stdout, and its reason is all that stands on stderr', async () => {
  const { code, err, out } = await runPilot(['create-tenant', 'demo'], {
    answers: { createTenant: failedEvents(postgresDown) },
  })
  expect(code).toBe(6)
  expect(out).toBe('✗ database\n')
  expect(err).toBe(
    'pilot: PostgreSQL does not answer; start it with "systemctl start postgresql". Then run the same command again.\n',
  )
})

test('with --json a failed operation ends with the problem', async () => {
  const { code, lines } = await runPilot(['create-tenant', 'demo', '--json'], {
    answers: { createTenant: failedEvents(postgresDown) },
  })
  expect(code).toBe(6)
  expect(lines().at(-1)).toMatchObject({ problem: postgresDown })
})

const exitCodes: [problem: Problem, code: number][] = [
  [{ code: 'internal', reference: 'r' }, 1],
  [{ code: 'tenant-not-found', tenant: 'demo' }, 3],
  [{ code: 'not-permitted', action: { code: 'command', command: 'show' }, need: { code: 'root' } }, 4],
  [{ code: 'tenant-exists', tenant: 'demo', difference: { code: 'idle', domain: null, value: 1000 } }, 5],
  [{ code: 'domain-taken', domain: 'a.com', tenant: 'other' }, 5],
  [{ code: 'foreign-resource', kind: 'account', name: 'demo' }, 5],
  [{ code: 'wrong-state', tenant: 'demo', state: 'suspended', action: 'wake' }, 5],
  [postgresDown, 6],
  [{ code: 'step-failed', tenant: 'demo', step: 'units', detail: 'no' }, 7],
]

test.each(exitCodes)(
  'the problem %j ends an operation with exit code %i, before and after its first step',
  async (problem, code) => {
    for (const createTenant of [new PilotError(problem), failedEvents(problem)])
      expect((await runPilot(['create-tenant', 'demo'], { answers: { createTenant } })).code).toBe(code)
  },
)

test.each(exitCodes)('the problem %j ends a read with exit code %i', async (problem, code) => {
  expect((await runPilot(['show', 'demo'], { answers: { show: new PilotError(problem) } })).code).toBe(code)
})

test('a bulk command of which part failed exits with 7, names each that failed, and counts', async () => {
  const createMany = [
    { event: 'tenant-finished', tenant: 'user1', problem: null, milliseconds: 10 },
    {
      event: 'tenant-finished',
      tenant: 'user2',
      problem: { code: 'foreign-resource', kind: 'account', name: 'user2' },
      milliseconds: 1,
    },
    { event: 'finished', done: 1, failed: 1, milliseconds: 11 },
  ]
  const { code, out, err } = await runPilot(['create-fake-users', '--count=2'], { answers: { createMany } })
  expect(code).toBe(7)
  expect(out).toMatch(/^✓ user1 {2}10 ms\n✗ user2 {2}The account user2 exists .*\n$/)
  expect(err).toMatch(/^pilot: 1 done, 1 failed; [^\n]*\n$/)
})

test('create-fake-users sums up with the time of all and of each', async () => {
  const createMany = [{ event: 'finished', done: 50, failed: 0, milliseconds: 2500 }]
  const { out } = await runPilot(['create-fake-users', '--count=50'], { answers: { createMany } })
  expect(out).toBe(
    '50 tenants, user1 to user50, in 2.5 s (50 ms each); the first answers at http://user1.localhost.\n',
  )
})

test('an operation whose answer breaks off is not taken for done', async () => {
  const { code, err } = await runPilot(['suspend', 'demo'], {
    answers: { suspend: doneEvents().slice(0, 2) },
  })
  expect(code).toBe(6)
  expect(err).toContain('The Pilot agent does not answer')
})

test('Ctrl-C ends with 130 and says nothing more', async () => {
  const interruption = new AbortController()
  interruption.abort()
  const { code, err } = await runPilot(['logs', 'demo', '--follow'], { interruption })
  expect({ code, err }).toEqual({ code: 130, err: '' })
})

test('Ctrl-C in an operation also says that what was begun may go on', async () => {
  const interruption = new AbortController()
  interruption.abort()
  const answers = { setTenant: doneEvents().slice(0, 1) }
  const { code, err } = await runPilot(['set', 'demo'], { interruption, answers })
  expect(code).toBe(130)
  expect(err).toMatch(/^pilot: interrupted; .* the same command finishes it\.\n$/)
})

test('list fits 80 columns on a terminal, with names, domains and reasons of any length', async () => {
  const long = {
    ...demo,
    name: 'n'.repeat(31),
    state: 'failing' as const,
    reason: {
      code: 'failed-again' as const,
      count: 12,
      result: 'exit-code',
      status: 1,
      lastLine: 'again and again, since the update',
    },
    spec: { ...demo.spec, domains: [`${'d'.repeat(60)}.example.com`] },
  }
  const answers = { list: { tenants: [demo, long], total: 2, counts: {} } } as Answers
  const { out } = await runPilot(['list'], { answers, terminal: true })
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(out).toMatch(/^NAME +STATE +DOMAIN +IDLE +SCOPE +SINCE\n/)
})

test('list keeps each tenant on one line for a pipe', async () => {
  const { out } = await runPilot(['list'])
  expect(out).toMatch(/^NAME .*\ndemo +asleep +demo\.localhost +5min +system +2026-01-31 12:00:00\n$/)
})

test('an empty list says how to begin', async () => {
  const { out } = await runPilot(['list'], { answers: { list: { tenants: [], total: 0, counts: {} } } })
  expect(out).toBe('There is no tenant yet; make one with "pilot create-tenant --name=shop".\n')
})

test('show tells state, addresses, program, limits, account, socket and processes', async () => {
  const { out } = await runPilot(['show', 'demo'])
  expect(out).toMatch(/^demo is asleep since 2026-01-31 12:00:00\nIts socket listens/)
  for (const fact of [
    'http://demo.localhost',
    "/usr/local/bin/user-rest-api 'two words'",
    'memory 64M',
    'COLOR=blue',
    'uid 1878917120',
    '/run/pilot/tenants/demo.sock, 2 connections open',
    'processes    none',
    '5min',
  ])
    expect(out).toContain(fact)
})

test('show tells why a tenant fails, when it is tried again, and what to do', async () => {
  const failure = { count: 4, result: 'exit-code', status: 1, retryAt: '2026-01-31T12:00:30.000Z' }
  const { out } = await runPilot(['show', 'demo'], {
    answers: { show: { ...demo, state: 'failing', failure } },
  })
  expect(out).toMatch(/failure +4 times in a row: exit-code \(1\)/)
  expect(out).toMatch(/opens again +2026-01-31 12:00:30/)
  expect(out).toMatch(/to do +see "pilot logs demo"/)
})

const broken: TenantStatus = {
  ...demo,
  state: 'degraded',
  reason: { code: 'problem', problem: postgresDown },
  problem: postgresDown,
  failedStep: 'database',
}

test('a list says in a few words what is wrong', async () => {
  const { out } = await runPilot(['list'], { answers: { list: { tenants: [broken], total: 1, counts: {} } } })
  expect(out).toMatch(/^demo +degraded: stopped at database +demo\.localhost/m)
})

test('show writes all of its times alike', async () => {
  const ranUntil = '2026-01-31T12:00:59.000Z'
  const { out } = await runPilot(['show', 'demo'], {
    answers: { show: { ...demo, since: ranUntil, reason: { code: 'listening', ranUntil } } },
  })
  const [, since = 'none'] = / since (.+)$/m.exec(out) ?? []
  expect(out).toContain(`It ran last until ${since}.`)
})

test('show tells the last problem of a degraded tenant and how to heal it', async () => {
  const { out } = await runPilot(['show', 'demo'], {
    answers: { show: broken },
  })
  expect(out).toMatch(/^PostgreSQL does not answer; start it with "systemctl start postgresql"\.$/m)
  expect(out).toMatch(/stopped at +database$/m)
  expect(out).toMatch(/to do +"pilot set demo" repairs it/)
})

const demoDocument = {
  ...demo,
  reason: 'Its socket listens; the next request wakes it.',
  reasonFact: { code: 'listening', ranUntil: null },
}

const reads: [line: string, shape: unknown][] = [
  ['list --json', { tenants: [demoDocument], total: 1, counts: { asleep: 1 } }],
  ['show demo --json', demoDocument],
  ['sleep demo --json', demoDocument],
  ['check --json', { findings: [expect.objectContaining({ id: 'caddy.admin' })], problem: null }],
  ['audit --json', [expect.objectContaining({ sequence: 1, hash: 'abc' })]],
  ['version --json', { version: expect.stringMatching(/^\d+\./) as string, node: process.versions.node }],
]

test.each(reads)('pilot %s prints one JSON document and nothing else', async (line, shape) => {
  const { code, out, err } = await runPilot(line.split(' '))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toEqual(shape)
})

test('logs are "time unit[pid]: message", with --json one object a line', async () => {
  expect((await runPilot(['logs', 'demo'])).out).toMatch(
    /^2026-01-31 12:00:00 pilot@demo\.service\[42\]: no database\n$/,
  )
  expect((await runPilot(['logs', 'demo', '--json'])).lines()).toEqual([expect.objectContaining({ pid: 42 })])
})

test('check with a fault exits with 8, tells it with its remedy, and one document with --json', async () => {
  const finding = {
    id: 'postgresql.answers',
    level: 'fault',
    found: { code: 'down', service: 'postgresql' },
    remedy: { code: 'start', command: 'systemctl start postgresql' },
  }
  const detail = 'PostgreSQL does not answer; start it with "systemctl start postgresql".'
  const remedy = 'Start it: systemctl start postgresql'
  const answers = { check: [finding] }
  const { code, out, err } = await runPilot(['check'], { answers })
  expect(code).toBe(8)
  expect(out).toBe(`✗ PostgreSQL answers: ${detail}\n  To do: ${remedy}\n`)
  expect(err).toBe('pilot: The check found 1 fault; each line above says what to do.\n')
  const told = await runPilot(['check', '--json'], { answers })
  expect(JSON.parse(told.out)).toMatchObject({
    findings: [
      {
        id: 'postgresql.answers',
        title: 'PostgreSQL answers',
        level: 'fault',
        detail,
        remedy,
        facts: { found: finding.found, remedy: finding.remedy },
      },
    ],
    problem: { code: 'check-failed', faults: 1 },
  })
})

test('check of units shows them with their accounts, and exits with 8 where one is not active or not there', async () => {
  const unit = {
    unit: 'caddy.service',
    load: 'loaded',
    active: 'active',
    sub: 'running',
    description: '',
    user: 'caddy',
    uid: 999,
    lingering: false,
    mainPid: 7,
  }
  const gone = {
    ...unit,
    unit: 'gone.service',
    load: 'not-found',
    active: 'inactive',
    sub: 'dead',
    user: null,
    uid: null,
    lingering: null,
  }
  const healthy = await runPilot(['check', 'caddy.service'], { answers: { units: [unit] } })
  expect(healthy.code).toBe(0)
  expect(healthy.calls).toEqual([{ method: 'units', input: { units: ['caddy.service'] } }])
  expect(healthy.out).toMatch(/caddy\.service +loaded +active +running +caddy +999 +no/)
  const faulty = await runPilot(['check', 'caddy', 'gone'], { answers: { units: [unit, gone] } })
  expect(faulty.calls[0]?.input).toEqual({ units: ['caddy.service', 'gone.service'] })
  expect(faulty.code).toBe(8)
  expect(faulty.out).toContain('gone.service does not exist')
})

test('a plan tells each step with what would be written, and that nothing was done', async () => {
  const { out } = await runPilot(['plan', 'create', 'demo'])
  expect(out).toContain('create   account\n    /etc/sysusers.d/pilot-demo.conf\n        u demo\n')
  expect(out).toContain('change   directories  /var/lib/pilot/tenants/demo: mode 0755 instead of 0700\n')
  expect(out).toMatch(/5 of 6 steps would act; nothing was done\.\n$/)
})

test('a plan that the command would refuse says so, and ends as the command would', async () => {
  const foreign = { kind: 'account', name: 'blog' } as const
  const step = (tenant: string, step: string, action: string) => ({
    tenant,
    step,
    action,
    details: action === 'foreign' ? [{ code: 'foreign', ...foreign }] : [],
    artefacts: [],
  })
  const planCreate = [step('blog', 'account', 'foreign'), step('blog', 'database', 'create')]
  const alone = await runPilot(['plan', 'create', 'blog'], { answers: { planCreate } })
  expect(alone.out).toMatch(/^foreign +account +the account blog was not made by Pilot and stays as it is$/m)
  expect(alone.out).toMatch(/^Nothing would be changed\. blog would be refused\.\n$/m)
  expect(alone.code).toBe(5)
  expect(alone.err).toContain('The account blog exists and was not made by Pilot')
  const json = await runPilot(['plan', 'create', 'blog', '--json'], { answers: { planCreate } })
  expect(json.code).toBe(5)
  expect(JSON.parse(json.out.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    problem: { code: 'foreign-resource', ...foreign },
  })
  const passed = await runPilot(['plan', 'delete', 'blog'], {
    answers: { planDelete: [step('blog', 'account', 'foreign'), step('blog', 'database', 'change')] },
  })
  expect([passed.code, passed.err]).toEqual([0, ''])
  expect(passed.out).toMatch(/^1 of 2 steps would act; nothing was done\.\n$/m)
})

test('a plan of several tenants has each name above its steps', async () => {
  const planOf = (tenant: string) => [
    { tenant, step: 'account', action: 'create', details: [], artefacts: [] },
    { tenant, step: 'database', action: 'keep', details: [], artefacts: [] },
  ]
  const answers = { planCreate: [...planOf('shop'), ...planOf('blog')] }
  const { out } = await runPilot(['create-tenants', '-', '--dry-run'], { file: 'shop\n', answers })
  expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
    'shop',
    'create   account',
    'keep     database',
    'blog',
    'create   account',
    'keep     database',
    '2 of 4 steps would act; nothing was done.',
    '',
  ])
})

test('the plan of a part shows the steps of that part only', async () => {
  const { out } = await runPilot(['setup-database', 'demo', '--dry-run', '--json'])
  expect(JSON.parse(out)).toEqual([expect.objectContaining({ step: 'database' })])
})

test('the dry run of suspend follows from the state', async () => {
  const { out } = await runPilot(['suspend', 'demo', '--dry-run'])
  expect(out).toContain('demo is asleep; this would stop the program and close the socket')
})

test('every command has help with examples, 80 columns wide', async () => {
  const { out: index } = await runPilot([])
  const [, list = ''] = /^Commands:\n((?: .*\n)+)/m.exec(index) ?? []
  const commands = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name = '']) => name)
  // Nothing runs here, so nothing of the world around is used.
  const program = await buildProgram([], {} as Pilot)
  expect(commands).toEqual([...program.commands.map((command) => command.name()), 'help'])
  for (const command of commands.filter((name) => name !== 'help')) {
    const { code, out } = await runPilot([command, '--help'])
    expect({ command, code }).toEqual({ command, code: 0 })
    expect(out).toContain('Examples:')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  }
})

describe("a tenant's control characters", () => {
  const evil = 'a\u001b]0;gone\u0007\tb\u009b2J\u007f\r\nroot'
  const shown = String.raw`a\x1b]0;gone\x07\x09b\x9b2J\x7f\x0d\x0aroot`
  /** A sentence is one line. */
  const inSentence = shown.replace(String.raw`\x0d\x0a`, ' ')
  const failing = { ...demo, state: 'failing', reason: { code: 'failed-briefly', lastLine: evil } }
  const logged = [
    {
      time: '2026-01-31T12:00:00.000Z',
      priority: 6,
      unit: 'pilot@demo.service',
      identifier: 'server',
      pid: 42,
      message: evil,
      cursor: 's=1',
    },
  ]
  const stepFailed: Problem = { code: 'step-failed', tenant: 'demo', step: 'units', detail: evil }
  const cases: [args: string[], answers: Answers, told?: string][] = [
    [['show', 'demo'], { show: failing }],
    [['wake', 'demo'], { wake: failing }],
    [['show', 'demo'], { show: { ...demo, processes: [{ pid: 7, command: evil }] } }],
    [['show', 'demo'], { show: { ...demo, reason: { code: 'problem', problem: stepFailed } } }, inSentence],
  ]

  test.each(cases)('are told by %j, not sent to the terminal', async (args, answers, told = shown) => {
    const { out } = await runPilot(args, { answers })
    expect(out).toContain(told)
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  test('are told by logs, all but the tab', async () => {
    const { out } = await runPilot(['logs', 'demo'], { answers: { logs: logged } })
    expect(out).toBe(`2026-01-31 12:00:00 pilot@demo.service[42]: ${shown.replace(String.raw`\x09`, '\t')}\n`)
  })

  test('are told in an error, which is one line', async () => {
    const { err } = await runPilot(['wake', 'demo'], { answers: { wake: new PilotError(stepFailed) } })
    expect(err).toContain(inSentence)
  })

  test('stay as they are with --json', async () => {
    const { lines } = await runPilot(['logs', 'demo', '--json'], { answers: { logs: logged } })
    expect(lines()).toEqual(logged)
  })
})

test('samples of the host are a row for each span, and what they cost; what is not known is a dash', async () => {
  const { out } = await runPilot(['samples'])
  expect(out.split('\n')).toEqual([
    'TIME                 AWAKE   MEMORY  CGROUP  CPU     TASKS  WAKES  PID 1  PILOT  AVAILABLE',
    '2026-01-31 12:00:00  2.5/40  45M     -       0.42 s  -      1      12M    0      3G',
    'A sample takes 9 ms of processor time (median of 360), in all 0.11 % of one core.',
    '',
  ])
})

test('samples of a tenant tell for how long it was awake', async () => {
  const { out } = await runPilot(['samples', 'demo'])
  expect(out).toMatch(/^2026-01-31 12:00:00 +317\.2 s +- +1K +- +7 +2$/m)
})

test('wakes are told part by part, and the last ones', async () => {
  const { out } = await runPilot(['wakes'])
  expect(out).toMatch(/^whole +3 +48\.1 ms +63\.9 ms +63\.9 ms$/m)
  expect(out).toMatch(/^first byte +0 +- +- +-$/m)
  expect(out).toMatch(/^2026-01-31 12:00:00 +demo +17\.0 ms +28\.0 ms +- +runs$/m)
})

test('metrics are printed as they are', async () => {
  expect((await runPilot(['metrics'])).out).toBe('pilot_tenants 3\n')
})
