import type { AuditEntry, LogLine } from '@pilot/contract'
import {
  Comparison,
  ComparedVariant,
  ComparisonMethod,
  ComparisonPhase,
  FindingId,
  FoundReason,
  Found,
  PlannedStep,
  Problem,
  Remedy,
  Role,
  SeenReason,
  StateReason,
  StepDetail,
  StepName,
  TenantState,
  type ComparedVariantResult,
  type ComparisonEvent,
  type ComparisonSummary,
  type Finding,
  type HostSample,
  type Me,
  type Overview,
  type TenantInspection,
  type TenantSample,
  type TenantSpec,
  type TenantStatus,
  type UnitReport,
  type VariantReason,
  type Wake,
} from '@pilot/contract'
import { pilotMethods } from '@pilot/api/client'
import type { z } from 'zod'
import { samplesOf } from '../support/samples-of.ts'

// All text in here is made of the letters q, x and z: on a page it is known as data.

/** What the contract says is for logs, and not for people: it may stand on no page. */
export const forLogs = 'words for the log'

/** Every value of the schema that a page may tell differently. */
const allOf = <Value>(schema: z.ZodType<Value>): Value[] => samplesOf(schema).map(toData) as Value[]

const toData = (value: unknown): unknown => {
  if (value === 'shop') return 'qxz'
  if (Array.isArray(value)) return value.map(toData)
  if (typeof value !== 'object' || value === null) return value
  const isForLogs = 'code' in value && (value.code === 'service-down' || value.code === 'unseen')
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, isForLogs && key === 'detail' ? forLogs : toData(each)]),
  )
}

export const problems = allOf(Problem)
const codes = new Set(problems.map(({ code }) => code))
/** One of each code. */
export const mainProblems = [...codes].flatMap(
  (code) => problems.find((problem) => problem.code === code) ?? [],
)
export const stateReasons = allOf(StateReason)
export const seenReasons = allOf(SeenReason)
export const states = TenantState.options
export const comparisonStates = Comparison.shape.state.options
const stepDetails = allOf(StepDetail)
const methods = allOf(ComparisonMethod)
export const variantReasons = [
  ...allOf(FoundReason),
  ...mainProblems.map((problem): VariantReason => ({ code: 'problem', problem })),
]

export const now = Date.parse('2026-01-31T12:00:00.000Z')
const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString()
const minute = 60_000

export const spec = {
  name: 'qxz',
  domains: ['qxz.zq', 'zx.qx'],
  command: ['/qz/xq', '--zz', 'q x'],
  activation: 'proxied',
  listen: 'socket',
  scope: 'user',
  idle: 300_000,
  runtimeMax: 7_200_000,
  limits: { memoryMax: 64 * 1024 ** 2, cpuQuota: 50, tasksMax: 64 },
  environment: { QX: 'zq', ZX: 'xx' },
  suspended: false,
} as unknown as TenantSpec

export const status = (change: Partial<TenantStatus> = {}): TenantStatus => ({
  name: 'qxz',
  state: 'awake',
  since: ago(5 * minute),
  reason: { code: 'running' },
  spec,
  uid: 987,
  socketPath: '/qx/qxz.zz',
  urls: ['//qxz.zq', '//zx.qx'],
  connections: 2,
  processes: [{ pid: 4711, command: '/qz/xq --zz' }],
  pss: 40 * 1024 ** 2,
  memoryCurrent: 50 * 1024 ** 2,
  failure: null,
  problem: null,
  failedStep: null,
  createdAt: ago(90 * 24 * 60 * minute),
  updatedAt: ago(60 * minute),
  ...change,
})

/** One tenant for each reason and state, as a list holds them. */
export const tenants: readonly TenantStatus[] = [
  ...TenantState.options.map((state) => status({ state })),
  ...stateReasons.map((reason) => status({ state: 'degraded', reason })),
].map((tenant, index) => ({ ...tenant, name: `q${index}` }))

/** What can be done with a tenant hangs on its state. */
export const fewTenants = (['awake', 'failing', 'suspended', 'deleted'] as const).map((state, index) =>
  status({ state, name: `x${index}` }),
)

export const failing = status({
  state: 'failing',
  reason: { code: 'failed-again', count: 3, result: 'zxq', status: 7, lastLine: 'xz qq' },
  failure: { count: 3, result: 'zxq', status: 7, retryAt: new Date(now + minute).toISOString() },
})

export const counts = Object.fromEntries(TenantState.options.map((state) => [state, 3])) as Overview['counts']

export const list = (shown: readonly TenantStatus[]) => ({ tenants: shown, total: shown.length, counts })

export const wakes: readonly Wake[] = [
  {
    tenant: 'qxz',
    at: ago(9 * minute),
    startMilliseconds: 40,
    readyMilliseconds: 30,
    firstByteMilliseconds: 12,
    endedAt: null,
    result: null,
  },
  { tenant: 'zxz', at: ago(90 * minute), startMilliseconds: null, endedAt: ago(80 * minute), result: 'qqx' },
]

export const overview: Overview = {
  hostname: 'zqx',
  kernel: '6.12-qz',
  counts,
  total: 21,
  ownManagers: 2,
  memory: {
    tenants: { processes: 3, pss: 90 * 1024 ** 2 },
    pilot: { processes: 2, pss: 50 * 1024 ** 2 },
    systemd: { processes: 1, pss: null },
    total: 2 * 1024 ** 3,
    available: 1024 ** 3,
  },
  services: [
    { service: 'systemd', ok: true, version: '257' },
    {
      service: 'postgresql',
      ok: false,
      problem: { code: 'service-down', service: 'postgresql', detail: forLogs },
    },
    { service: 'caddy', ok: false, problem: { code: 'internal', reference: 'qz' } },
  ],
  lastWakes: [...wakes],
}

/** What was found and what helps, each once; each title at least once. */
export const findings: readonly Finding[] = [
  ...allOf(Found).map((found): Omit<Finding, 'id'> => ({ level: 'fault', found, remedy: null })),
  ...allOf(Remedy).map((remedy): Omit<Finding, 'id'> => ({
    level: 'note',
    found: { code: 'unchecked' },
    remedy,
  })),
  ...FindingId.options.map((): Omit<Finding, 'id'> => ({
    level: 'ok',
    found: { code: 'role' },
    remedy: null,
  })),
].map((finding, index) => ({
  ...finding,
  id: FindingId.options[index % FindingId.options.length] ?? 'audit.chain',
}))

export const units: readonly UnitReport[] = [
  {
    unit: 'zq.qx',
    load: 'xq',
    active: 'qz',
    sub: 'zz',
    description: 'zx zq',
    user: 'qx',
    uid: 999,
    lingering: true,
    mainPid: 12,
  },
  {
    unit: 'qq.zz',
    load: 'not-found',
    active: 'inactive',
    sub: 'dead',
    description: 'qq',
    user: null,
    uid: null,
    lingering: null,
    mainPid: null,
  },
]

export const auditEntries: readonly AuditEntry[] = [
  ...Object.keys(pilotMethods).map((action) => ({ action })),
  ...problems.map(({ code }) => ({ result: code })),
  { actor: '' },
  { tenant: null, address: null, source: 'agent' },
  { source: 'root', address: null },
].map((entry, index) => ({
  time: ago(index * minute),
  actor: 'zx',
  source: 'bridge',
  address: '192.0.2.7',
  action: 'wake',
  tenant: 'qxz',
  input: { xz: 'zq' },
  result: 'done',
  hash: 'qx12zz',
  sequence: 1000 - index,
  ...entry,
}))

export const logLines: readonly LogLine[] = Array.from({ length: 8 }, (_, priority) => ({
  time: ago(priority * minute),
  priority,
  unit: 'zq.qx',
  identifier: 'xq',
  pid: 4711,
  message: 'zz qx',
  cursor: `q${priority}`,
}))

const planOf = (details: readonly StepDetail[]): readonly PlannedStep[] =>
  StepName.options.flatMap((step, index) =>
    PlannedStep.shape.action.options.map((action) => ({
      tenant: 'qxz',
      step,
      action,
      details: index === 0 ? [...details] : [],
      artefacts: [
        { title: '/qx/zq', text: '[Xq]\nZx=qq\n# xx' },
        { title: 'zz', text: '{"q": "x"}' },
      ],
    })),
  )

/** A step of each kind with each action; one of the steps for every reason there is. */
export const wholePlan = planOf(stepDetails)
export const plan = planOf(stepDetails.slice(0, 2))

export const inspection: TenantInspection = {
  account: { uid: 987, gid: 987, home: '/qx/zz', shell: '/xx/qq', gecos: 'zxq' },
  units: [
    { name: 'zq.qx', load: 'xq', active: 'qz', sub: 'zz', files: [{ path: '/qx/zq', text: '[Xq]\nZx=qq' }] },
  ],
  sandbox: [{ directive: 'QxZz', value: 'zq' }],
  cell: null,
  confinement: {
    pid: 987,
    program: '/qx/zz',
    uid: 987,
    gid: 987,
    groups: [986],
    capabilities: { effective: '0000000000000000', bounding: '0000000000000001' },
    noNewPrivileges: false,
    filters: 0,
    namespaces: ['zq'],
    mounts: [
      { path: '/', type: 'qx', options: ['ro'] },
      { path: '/qx', type: 'qx', options: ['rw'] },
    ],
  },
  limits: { memoryMax: 64 * 1024 ** 2, cpuQuota: 0.5, tasksMax: null },
  role: {
    name: 'qxz',
    login: true,
    superuser: false,
    createDatabase: true,
    createRole: false,
    connectionLimit: 20,
  },
  database: { name: 'qxz', owner: 'qxz', publicConnect: false, bytes: 8 * 1024 ** 2 },
  routes: [{ domain: 'qxz.zq', path: '/qx', target: '/qx/qxz.zz' }],
  faults: mainProblems.slice(0, 2),
}

/** A machine on which nothing has happened yet. */
export const nothing = {
  list: { tenants: [], total: 0, counts: Object.fromEntries(TenantState.options.map((state) => [state, 0])) },
  overview: {
    ...overview,
    counts: Object.fromEntries(TenantState.options.map((state) => [state, 0])),
    total: 0,
    ownManagers: 0,
    memory: { ...overview.memory, tenants: { processes: 0, pss: null } },
    services: [],
    lastWakes: [],
  },
  show: status({
    state: 'asleep',
    reason: { code: 'listening', ranUntil: null },
    since: null,
    uid: null,
    urls: [],
    connections: null,
    processes: [],
    pss: null,
    memoryCurrent: null,
  }),
  inspect: {
    account: null,
    units: [],
    sandbox: [],
    cell: { path: '/qx/zz.xq', text: 'zq /qx' },
    confinement: null,
    limits: { memoryMax: null, cpuQuota: null, tasksMax: null },
    role: null,
    database: null,
    routes: [],
    faults: [],
  },
  wakes: [],
  audit: [],
  check: [],
  units: [],
  followLogs: [],
  logs: [],
  comparisons: [],
  sessions: [],
  tokens: [],
  hostSamples: { resolution: 60, points: [], cost: null },
  tenantSamples: { resolution: 60, points: [] },
  wakeTimes: { wakes: 0, since: null, whole: null, start: null, ready: null, firstByte: null, histogram: [] },
  planCreate: [],
  planSet: [],
  planDelete: [],
  available: { name: 'free', domains: [] },
} as const

export const me = (role: Role): Me => ({
  operator: 'zx',
  role,
  credential: 'session',
  expiresAt: new Date(now + 60 * minute).toISOString(),
  secondFactor: role === 'admin',
  recoveryCodesLeft: 2,
  simulated: true,
  hostname: 'zqx',
})

export const operators = [
  ...Role.options.map((role, index) => ({
    name: ['zx', 'qz', 'xq'][index] ?? 'zz',
    role,
    state: 'active' as const,
    secondFactor: index === 0,
    createdAt: ago(9000 * minute),
    lastSeenAt: index === 1 ? null : ago(minute),
    linkExpiresAt: null,
  })),
  {
    name: 'zzq',
    role: 'viewer' as const,
    state: 'invited' as const,
    secondFactor: false,
    createdAt: ago(minute),
    lastSeenAt: null,
    linkExpiresAt: new Date(now + 60 * minute).toISOString(),
  },
]

export const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

export const sessions = [null, userAgent, 'zzqx/8.1'].map((userAgent, index) => ({
  id: `q${index}`,
  operator: ['zx', 'qz', 'xq'][index] ?? 'zz',
  createdAt: ago(90 * minute),
  lastSeenAt: ago(index * minute),
  expiresAt: new Date(now + 60 * minute).toISOString(),
  address: index === 0 ? null : '192.0.2.7',
  userAgent,
  current: index === 1,
}))

export const tokens = [-1, 1].map((sign, index) => ({
  id: `x${index}`,
  operator: 'zx',
  title: 'qz qz',
  role: 'operator' as const,
  createdAt: ago(9000 * minute),
  lastUsedAt: index === 0 ? null : ago(minute),
  expiresAt: new Date(now + sign * 60 * minute).toISOString(),
}))

export const hostSamples = {
  resolution: 60,
  points: Array.from({ length: 30 }, (_, index): HostSample => ({
    at: ago((30 - index) * minute),
    tenants: 21,
    awake: 3 + (index % 4),
    processes: 5,
    pss: 90 * 1024 ** 2,
    memoryCurrent: index === 3 ? null : 95 * 1024 ** 2,
    cpuSeconds: 0.4,
    tasks: 9,
    wakes: index % 3,
    systemd: 20 * 1024 ** 2,
    pilot: 50 * 1024 ** 2,
    total: 2 * 1024 ** 3,
    available: 1024 ** 3,
  })),
  cost: { runs: 9, cpuMilliseconds: 40, everySeconds: 10, ofCore: 0.004 },
}

export const tenantSamples = {
  resolution: 60,
  points: Array.from({ length: 30 }, (_, index): TenantSample => ({
    at: ago((30 - index) * minute),
    awakeSeconds: index % 2 === 0 ? 60 : 0,
    wakes: index % 3,
    pss: 40 * 1024 ** 2,
    memoryCurrent: 50 * 1024 ** 2,
    cpuSeconds: 0.4,
    tasks: 4,
  })),
}

const percentiles = { n: 9, p50: 80, p95: 120, p99: 200 }
export const wakeTimes = {
  wakes: 9,
  since: ago(600 * minute),
  whole: percentiles,
  start: percentiles,
  ready: percentiles,
  firstByte: null,
  histogram: [
    { from: 50, to: 100, count: 7 },
    { from: 100, to: 200, count: 2 },
  ],
}

const series = { median: 90, values: [80, 90, 120] }
const measured = (variant: ComparedVariant, index: number): ComparedVariantResult => ({
  variant,
  state: 'measured',
  reason: null,
  count: 10,
  memory: {
    parts: (['app', 'user-manager', 'monitor', 'network', 'daemon'] as const).map((part) => ({
      part,
      processes: 10,
      pss: (index + 1) * 10 * 1024 ** 2,
    })),
    systemdGrowth: 1024 ** 2,
    slabGrowth: null,
    cgroup: null,
    availableBefore: 1024 ** 3,
    availableAfter: 900 * 1024 ** 2,
    noise: 1024 ** 2,
    perTenant: (index + 1) * 5 * 1024 ** 2,
  },
  create: series,
  firstByte: series,
  warmByte: series,
})

export const comparison: Comparison = {
  id: 'qx-1',
  startedAt: ago(60 * minute),
  finishedAt: ago(50 * minute),
  state: 'done',
  problem: null,
  count: 10,
  starts: 20,
  variants: [...ComparedVariant.options],
  actor: 'zx',
  machine: {
    hostname: 'zqx',
    kernel: '6.12-qz',
    cpu: 'zz qq',
    cores: 4,
    memory: 2 * 1024 ** 3,
    controllers: ['qx', 'zz'],
    versions: { qx: '257', zz: '17.6' },
  },
  method: methods,
  results: ComparedVariant.options.map(measured),
}

/** Where nothing could be measured, for these reasons. */
export const comparisonFor = (
  reasons: readonly VariantReason[],
  change: Partial<Comparison>,
): Comparison => ({
  ...comparison,
  ...change,
  results: reasons.map((reason, index) => ({
    ...measured(ComparedVariant.options[index % ComparedVariant.options.length] ?? 'tenant', index),
    ...(index % 3 === 0 ? {} : { memory: null, create: null, firstByte: null, warmByte: null }),
    state: (['measured', 'skipped', 'failed'] as const)[index % 3] ?? 'failed',
    reason,
  })),
})

export const summaryOf = ({ results, ...head }: Comparison): ComparisonSummary => ({
  ...head,
  perTenant: Object.fromEntries(
    results.flatMap(({ variant, memory }) => (memory === null ? [] : [[variant, memory.perTenant]])),
  ),
})

/** Each phase of each variant, and what was found of it. */
export const progressOf = ({ results }: Comparison): readonly ComparisonEvent[] => [
  ...results.map((result): ComparisonEvent => ({ event: 'measured', result })),
  ...ComparisonPhase.options.map((phase): ComparisonEvent => ({
    event: 'progress',
    variant: 'tenant',
    phase,
    done: 1,
    of: 3,
  })),
]
