import { pilotMethods, type PilotClient } from '@pilot/api/client'
import {
  PilotError,
  TenantName,
  type OneTimeLink,
  type OperationEvent,
  type Operator,
  type PlannedStep,
  type Problem,
  type TenantStatus,
} from '@pilot/contract'

/** A call as the CLI made it. */
export interface Call {
  readonly method: string
  readonly input: unknown
}

export type Answers = Partial<{ [Name in keyof PilotClient]: unknown }>

/** An agent's client that records each call and gives prepared answers; it works on no machine. */
export const createFakeClient = (answers: Answers = {}): { client: PilotClient; calls: Call[] } => {
  const calls: Call[] = []
  const all: Record<string, unknown> = { ...defaults, ...answers }
  const client = Object.fromEntries(
    Object.entries(all).map(([method, answer]) => [
      method,
      (input: unknown) => {
        calls.push({ method, input })
        if (Array.isArray(answer) && streams.has(method)) return replay(answer)
        if (answer instanceof PilotError)
          return streams.has(method) ? replay([], answer) : Promise.reject(answer)
        return Promise.resolve(answer)
      },
    ]),
  )
  return { client: { ...client, close: () => Promise.resolve() } as unknown as PilotClient, calls }
}

const replay = async function* (items: readonly unknown[], error?: PilotError) {
  yield* items
  if (error !== undefined) throw error
}

/** The events of one tenant's operation that works. */
export const doneEvents = (tenant = 'demo'): OperationEvent[] => [
  { event: 'step-started', tenant, step: 'account' },
  { event: 'step-finished', tenant, step: 'account', changed: true, milliseconds: 12 },
  { event: 'step-started', tenant, step: 'database' },
  { event: 'step-finished', tenant, step: 'database', changed: false, milliseconds: 3 },
  { event: 'tenant-finished', tenant, problem: null, milliseconds: 15 },
  { event: 'finished', done: 1, failed: 0, milliseconds: 15 },
]

/** The events of one tenant's operation that fails at the database. */
export const failedEvents = (problem: Problem, tenant = 'demo'): OperationEvent[] => [
  { event: 'step-started', tenant, step: 'database' },
  { event: 'step-failed', tenant, step: 'database', problem },
  { event: 'tenant-finished', tenant, problem, milliseconds: 5 },
  { event: 'finished', done: 0, failed: 1, milliseconds: 5 },
]

export const demo: TenantStatus = {
  name: 'demo',
  state: 'asleep',
  since: '2026-01-31T12:00:00.000Z',
  reason: { code: 'listening', ranUntil: null },
  spec: {
    name: TenantName.parse('demo'),
    scope: 'system',
    activation: 'native',
    listen: 'port',
    sandbox: 'pilot',
    command: ['/usr/local/bin/user-rest-api', 'two words'],
    idle: 300_000 as TenantStatus['spec']['idle'],
    domains: ['demo.localhost' as TenantStatus['spec']['domains'][number]],
    environment: { COLOR: 'blue' },
    limits: { memoryMax: 64 * 1024 ** 2 },
    suspended: false,
  },
  uid: 1_878_917_120,
  socketPath: '/run/pilot/tenants/demo.sock',
  urls: ['http://demo.localhost'],
  connections: 2,
  processes: [],
  pss: null,
  memoryCurrent: null,
  failure: null,
  problem: null,
  failedStep: null,
  createdAt: '2026-01-31T11:00:00.000Z',
  updatedAt: '2026-01-31T11:00:00.000Z',
}

export const ada: Operator = {
  name: 'ada',
  role: 'admin',
  state: 'active',
  secondFactor: true,
  createdAt: '2026-01-31T11:00:00.000Z',
  lastSeenAt: '2026-01-31T12:00:00.000Z',
  linkExpiresAt: null,
}

export const link: OneTimeLink = {
  operator: 'ada',
  role: 'admin',
  url: 'http://pilot.localhost/welcome#pilot_l_x',
  expiresAt: '2026-02-01T12:00:00.000Z',
}

const plan: PlannedStep[] = [
  {
    tenant: 'demo',
    step: 'account',
    action: 'create',
    details: [],
    artefacts: [{ title: '/etc/sysusers.d/pilot-demo.conf', text: 'u demo\n' }],
  },
  {
    tenant: 'demo',
    step: 'directories',
    action: 'change',
    details: [
      {
        code: 'differs',
        subject: { kind: 'path', name: '/var/lib/pilot/tenants/demo' },
        drift: { code: 'mode', found: '0755', wished: '0700' },
      },
    ],
    artefacts: [],
  },
  { tenant: 'demo', step: 'database', action: 'keep', details: [], artefacts: [] },
  { tenant: 'demo', step: 'units', action: 'create', details: [], artefacts: [] },
  { tenant: 'demo', step: 'socket', action: 'create', details: [], artefacts: [] },
  { tenant: 'demo', step: 'route', action: 'create', details: [], artefacts: [] },
]

const streams = new Set(
  Object.entries(pilotMethods).flatMap(([name, { answer }]) => (answer === 'stream' ? [name] : [])),
)

const defaults: Answers = {
  ...Object.fromEntries([...streams].map((method) => [method, doneEvents()])),
  logs: [
    {
      time: '2026-01-31T12:00:00.000Z',
      priority: 3,
      unit: 'pilot@demo.service',
      identifier: 'user-rest-api',
      pid: 42,
      message: 'no database',
      cursor: 's=1',
    },
  ],
  wake: { ...demo, state: 'awake', reason: { code: 'running' } },
  sleep: demo,
  planCreate: plan,
  planSet: plan,
  planDelete: plan,
  list: { tenants: [demo], total: 1, counts: { asleep: 1 } },
  show: demo,
  audit: [
    {
      sequence: 1,
      time: '2026-01-31T12:00:00.000Z',
      actor: 'root (sudo alice)',
      source: 'root',
      address: null,
      action: 'createTenant',
      tenant: 'demo',
      input: {},
      result: 'done',
      hash: 'abc',
    },
  ],
  hostSamples: {
    resolution: 60,
    points: [
      {
        at: '2026-01-31T12:00:00.000Z',
        tenants: 40,
        awake: 2.5,
        processes: 3,
        pss: 47_185_920,
        memoryCurrent: null,
        cpuSeconds: 0.42,
        tasks: null,
        wakes: 1,
        systemd: 12_582_912,
        pilot: 0,
        total: 4_294_967_296,
        available: 3_221_225_472,
      },
    ],
    cost: { runs: 360, cpuMilliseconds: 9.04, ofCore: 0.0011 },
  },
  tenantSamples: {
    resolution: 900,
    points: [
      {
        at: '2026-01-31T12:00:00.000Z',
        awakeSeconds: 317.2,
        wakes: 2,
        pss: null,
        memoryCurrent: 1024,
        cpuSeconds: null,
        tasks: 7,
      },
    ],
  },
  wakeTimes: {
    wakes: 3,
    since: '2026-01-31T11:00:00.000Z',
    firstByte: null,
    whole: { n: 3, p50: 48.12, p95: 63.9, p99: 63.9 },
    start: { n: 3, p50: 17, p95: 24, p99: 24 },
    ready: { n: 2, p50: 28, p95: 35, p99: 35 },
    histogram: [{ from: 45, to: 50, count: 3 }],
  },
  wakes: [
    {
      tenant: 'demo',
      at: '2026-01-31T12:00:00.000Z',
      startMilliseconds: 17.04,
      readyMilliseconds: 28,
      firstByteMilliseconds: null,
      endedAt: null,
      result: null,
    },
  ],
  metrics: { text: 'pilot_tenants 3\n' },
  check: [
    {
      id: 'caddy.admin',
      level: 'ok',
      found: { code: 'admin-closed', address: 'unix//run/caddy/admin.sock' },
      remedy: null,
    },
  ],
  units: [],
  operators: [ada],
  addOperator: link,
  resetOperator: link,
  setOperatorRole: ada,
  removeOperator: {},
  sessions: [
    {
      id: 's1',
      operator: 'ada',
      createdAt: '2026-01-31T11:00:00.000Z',
      lastSeenAt: '2026-01-31T12:00:00.000Z',
      expiresAt: '2026-01-31T23:00:00.000Z',
      address: '192.0.2.1',
      userAgent: 'Firefox\u001b[2J',
      current: false,
    },
  ],
  revokeSession: {},
}
