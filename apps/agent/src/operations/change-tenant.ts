import {
  millisecondsSince,
  PilotError,
  type OperationEvent,
  type Problem,
  type StepName,
  type TenantSpec,
} from '@pilot/contract'
import { converge, dissolve } from '@pilot/provision'
import { firstTenantUid, lastTenantUid } from '@pilot/render'
import type { Agent } from '../agent.ts'
import { writeLine } from '../audit/write-line.ts'
import { problemOf } from '../problem-of.ts'
import type { Operation, TenantRecord, Wish } from '../store/index.ts'
import { chooseUid } from '../wishes/index.ts'
import { demandFreeDomains } from './demand-free-domains.ts'

/** What it takes to change a tenant. */
export type ChangeParts = Pick<
  Agent,
  | 'store'
  | 'samples'
  | 'host'
  | 'operationHost'
  | 'log'
  | 'config'
  | 'now'
  | 'queue'
  | 'activity'
  | 'backOff'
  | 'changes'
  | 'stopping'
>

export type Emit = (event: OperationEvent) => void

export type Job = Omit<Operation, 'id'>

/** What is to become of a tenant. */
export interface Decision {
  readonly wish: Wish
  readonly spec: TenantSpec
}

/** The tenant as it stands, and whether an operation of it was interrupted. */
export type Decide = (found: TenantRecord | undefined) => Decision

/**
 * One change of one tenant: decides, stores the wish, then makes the machine so. Waits for the changes of this
 * tenant that were asked for earlier. Throws `PilotError` for what stops it before the first step; answers
 * the problem of the step that failed, null where all is done.
 */
export const changeTenant = (
  agent: ChangeParts,
  job: Job,
  decide: Decide,
  emit: Emit,
): Promise<Problem | null> =>
  agent.activity.during(
    agent.queue.run(job.tenant, async () => {
      const { operation, record } = await agreeOn(agent, job, decide)
      agent.changes.tell()
      return perform(agent, operation, record, emit)
    }),
  )

/** Goes on with what a stop or crash interrupted. */
export const resumeOperation = (agent: ChangeParts, operation: Operation): Promise<Problem | null> =>
  agent.activity.during(
    agent.queue.run(operation.tenant, async () => {
      const record = agent.store.tenants.find(operation.tenant)
      if (record === undefined)
        throw new Error(`the operation ${operation.id} has no tenant ${operation.tenant}`)
      return perform(agent, operation, { ...record, isNew: false }, () => undefined)
    }),
  )

type Wished = Pick<TenantRecord, 'spec' | 'uid' | 'wish'> & { readonly isNew: boolean }

const agreeOn = async (agent: ChangeParts, job: Job, decide: Decide) => {
  const { store, host } = agent
  try {
    if (agent.stopping.aborted) throw agentLeaves()
    const inUse =
      store.tenants.find(job.tenant)?.uid === undefined
        ? await host.accounts.listIds(firstTenantUid, lastTenantUid)
        : none
    // In here nothing waits: no other operation can take this uid or domain in between.
    return await store.together(() => {
      const found = store.tenants.find(job.tenant)
      const { wish, spec } = decide(found)
      if (wish === 'present') demandFreeDomains(agent, spec)
      const uid = found?.uid ?? chooseUid(inUse, (uid) => store.tenants.hasUid(uid), store.tenants.lastUid())
      const record: Wished = { wish, spec, uid, isNew: found === undefined }
      store.tenants.wish(record, agent.now())
      return { operation: store.operations.begin(job, agent.now()), record }
    })
  } catch (error) {
    if (error instanceof PilotError) writeAudit(agent, job, error.problem.code)
    throw error
  }
}

const none: ReadonlySet<number> = new Set()

const perform = async (
  agent: ChangeParts,
  operation: Operation,
  tenant: Wished,
  emit: Emit,
): Promise<Problem | null> => {
  const started = performance.now()
  const outcome = await tryIt(agent, tenant, emit)
  await settle(agent, operation, tenant, outcome)
  emit({
    event: 'tenant-finished',
    tenant: operation.tenant,
    problem: outcome.problem,
    milliseconds: millisecondsSince(started),
  })
  return outcome.problem
}

interface Outcome {
  readonly problem: Problem | null
  readonly failedStep: StepName | null
  readonly changedAnything: boolean
}

const tryIt = async (agent: ChangeParts, tenant: Wished, emit: Emit): Promise<Outcome> => {
  let failedStep: StepName | null = null
  let changedAnything = false
  const onEvent: Emit = (event) => {
    if (event.event === 'step-failed') failedStep ??= event.step
    if (event.event === 'step-finished' && event.changed) changedAnything = true
    emit(event)
  }
  const { httpPorts, webDomain } = agent.config
  const wished = { ...tenant, httpPorts, webDomain }
  try {
    if (tenant.wish === 'present')
      await converge(wished, agent.operationHost, { onEvent, signal: agent.stopping })
    else await dissolve(wished, agent.operationHost, { onEvent, purge: tenant.wish === 'purging' })
    return { problem: null, failedStep: null, changedAnything }
  } catch (error) {
    // The operation stays unfinished in the store, and the next agent goes on with it.
    if (agent.stopping.aborted && !(error instanceof PilotError)) throw agentLeaves()
    return { problem: toProblem(agent, error), failedStep, changedAnything }
  }
}

const toProblem = ({ log }: ChangeParts, error: unknown): Problem => {
  if (error instanceof PilotError && error.cause !== undefined)
    log.warn({ err: error.cause, problem: error.problem }, 'a step failed')
  return problemOf(log, error)
}

const settle = async (
  agent: ChangeParts,
  operation: Operation,
  tenant: Wished,
  { problem, failedStep, changedAnything }: Outcome,
): Promise<void> => {
  const { store } = agent
  const { name } = tenant.spec
  await store.together(() => {
    if (problem === null && tenant.wish === 'purging') store.tenants.remove(name)
    // A stranger's account of this name: nothing was made, so nothing is remembered.
    else if (problem?.code === 'foreign-resource' && tenant.isNew && !changedAnything)
      store.tenants.remove(name)
    else if (problem !== null) store.tenants.fail(name, problem, failedStep, agent.now())
    store.operations.finish(operation.id, problem?.code ?? 'done', agent.now())
    writeAudit(agent, operation, problem?.code ?? 'done')
  })
  if (problem === null && tenant.wish === 'purging') forgetSamples(agent, name)
  if (problem === null) agent.backOff.forget(name)
  agent.changes.tell()
}

/** The tenant is gone whether or not its figures can be forgotten; those that stay go with their age. */
const forgetSamples = ({ samples, log }: ChangeParts, tenant: string): void => {
  try {
    samples.forget(tenant)
  } catch (error) {
    log.warn({ err: error, tenant }, 'cannot forget the samples of a purged tenant')
  }
}

/** How a job ended, for audit and journal. */
export const writeAudit = (
  agent: ChangeParts,
  { tenant, action, input, caller }: Job,
  result: string,
): void => writeLine(agent, { caller, action, tenant, input, result })

const agentLeaves = (): PilotError =>
  new PilotError({ code: 'service-down', service: 'pilot-agent', detail: 'the agent is being stopped' })
