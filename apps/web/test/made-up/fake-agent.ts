import type { MethodName } from '@pilot/api/client'
import { PilotError, type OperationEvent, type Problem, type StepName } from '@pilot/contract'
import * as samples from './samples.ts'

/** What the agent answers; a `Failing` is thrown, and an array of a stream is told one by one. */
export type Answers = Partial<Record<MethodName, unknown>>

export const fail = (problem: Problem): Failing => new Failing(problem)

class Failing {
  readonly problem: Problem
  constructor(problem: Problem) {
    this.problem = problem
  }
}

const steps: readonly StepName[] = ['account', 'directories', 'database', 'units', 'socket', 'route']

/** An operation on a tenant in which each step but the last is done; the last fails for this problem, if any. */
export const operation = (problem: Problem | null = null, tenant = 'qxz'): OperationEvent[] => [
  ...steps.flatMap((step, index): OperationEvent[] => [
    { event: 'step-started', tenant, step },
    problem !== null && index === steps.length - 1
      ? { event: 'step-failed', tenant, step, problem }
      : { event: 'step-finished', tenant, step, changed: index % 2 === 0, milliseconds: 12 },
  ]),
  { event: 'tenant-finished', tenant, problem, milliseconds: 80 },
  { event: 'finished', done: problem === null ? 1 : 0, failed: problem === null ? 0 : 1, milliseconds: 90 },
]

const link = { operator: 'zzq', role: 'viewer', url: '//zq/qx', expiresAt: '2026-02-01T12:00:00.000Z' }

const usual = (): Answers => ({
  overview: samples.overview,
  list: samples.list(samples.fewTenants),
  show: samples.status(),
  inspect: samples.inspection,
  wakes: samples.wakes,
  audit: samples.auditEntries.slice(0, 8),
  check: samples.findings.slice(0, 8),
  units: samples.units,
  hostSamples: samples.hostSamples,
  tenantSamples: samples.tenantSamples,
  wakeTimes: samples.wakeTimes,
  comparisons: [samples.summaryOf(samples.comparison)],
  comparison: samples.comparison,
  startComparison: samples.summaryOf(samples.comparison),
  cancelComparison: samples.summaryOf(samples.comparison),
  removeComparison: {},
  available: { name: 'taken', domains: [{ domain: 'qxz.zq', tenant: 'zx', ofPilot: false }] },
  planCreate: samples.plan,
  planSet: samples.plan,
  planDelete: samples.plan,
  createTenant: operation(),
  createMany: operation(),
  createList: operation(),
  setTenant: operation(),
  deleteTenant: operation(),
  suspend: operation(),
  resume: operation(),
  wake: samples.status(),
  sleep: samples.status({ state: 'asleep' }),
  operators: samples.operators,
  sessions: samples.sessions,
  tokens: samples.tokens,
  addOperator: link,
  resetOperator: link,
  setOperatorRole: samples.operators[0],
  removeOperator: {},
  revokeSession: {},
  revokeToken: {},
  addToken: { ...samples.tokens[1], token: 'zz12qx' },
  changePassword: {},
  startSecondFactor: { secret: 'QZXX QQZZ', uri: 'zq:qx' },
  confirmSecondFactor: { recoveryCodes: ['qz12-zz', 'zx34-qq'] },
  removeSecondFactor: {},
  describeLink: { operator: 'zzq', role: 'viewer', expiresAt: '2026-02-01T12:00:00.000Z' },
  acceptLink: {},
  followLogs: samples.logLines,
  logs: samples.logLines,
  followComparison: [],
})

const streams = new Set<string>([
  'createTenant',
  'createMany',
  'createList',
  'setTenant',
  'deleteTenant',
  'suspend',
  'resume',
  'logs',
  'followComparison',
])

let answers: Answers = {}
/** The names of the methods that no answer is known for and that a page has called all the same. */
export const unanswered = new Set<string>()

/** From now on the agent answers so, and as usual where nothing is said of a method. */
export const answer = (next: Answers): void => {
  answers = { ...usual(), ...next }
}

const answerOf = (name: string): unknown => {
  if (!Object.hasOwn(answers, name)) unanswered.add(name)
  const told = answers[name as MethodName]
  if (told instanceof Failing) throw new PilotError(told.problem)
  return told
}

interface Listener {
  onItem(item: unknown): void
  onState?: (state: 'open') => void
  onProblem?: (error: PilotError) => void
}

const listen = (name: string, _input: unknown, listener: Listener): (() => void) => {
  try {
    const items = answerOf(name) as readonly unknown[]
    listener.onState?.('open')
    for (const item of items) listener.onItem(item)
  } catch (error) {
    listener.onProblem?.(error as PilotError)
  }
  return () => undefined
}

const stream = async function* (name: string) {
  await Promise.resolve()
  yield* answerOf(name) as readonly unknown[]
}

/** The agent, as the server and the browser call it. */
export const fakeAgent = new Proxy(
  {},
  {
    get: (_target, name) =>
      name === 'listen'
        ? listen
        : name === 'then'
          ? undefined
          : streams.has(String(name))
            ? () => stream(String(name))
            : () => Promise.resolve().then(() => answerOf(String(name))),
  },
)
