import type { Caller, TenantService } from '@pilot/api/service'
import { hasPart, PilotError, type TenantName, type TenantRef, type TenantStatus } from '@pilot/contract'
import { UnitFailed, type UserManager } from '@pilot/host/ports'
import { openSocket } from '@pilot/provision'
import { isEntered, unitNames } from '@pilot/render'
import { writeAudit, type ChangeParts } from '../operations/change-tenant.ts'
import { entered } from '../units/entered.ts'
import { managerOf } from '../units/manager.ts'
import type { TenantRecord } from '../store/index.ts'
import { findPresent } from '../tenants/find-record.ts'
import { jobOf } from './job.ts'
import { showTenant, type ShowParts } from './show.ts'

type Parts = ChangeParts & ShowParts

/** Start and stop a program by hand, past its socket. Nothing is wished by it: the next visitor wakes it anyway. */
export const powerMethods = (agent: Parts): Pick<TenantService, 'wake' | 'sleep'> => ({
  wake: (input, caller) => act(agent, 'wake', input, caller, wake),
  sleep: (input, caller) => act(agent, 'sleep', input, caller, sleep),
})

type Act = (agent: Parts, record: TenantRecord, manager: UserManager) => Promise<void>

const act = (
  agent: Parts,
  action: 'wake' | 'sleep',
  input: TenantRef,
  caller: Caller,
  work: Act,
): Promise<TenantStatus> =>
  agent.activity.during(
    agent.queue.run(input.name, async () => {
      const job = jobOf(action, input, caller)
      try {
        const record = findPresent(agent, input.name)
        demandUnits(record, action)
        await work(agent, record, await managerOf(agent.host, record))
      } catch (error) {
        const problem = toProblem(input.name, action, error)
        writeAudit(agent, job, problem?.problem.code ?? 'internal')
        throw problem ?? error
      }
      writeAudit(agent, job, 'done')
      return showTenant(agent, input.name, caller)
    }),
  )

const wake: Act = async (agent, record, manager) => {
  const { spec } = record
  if (spec.suspended)
    throw new PilotError({ code: 'wrong-state', tenant: spec.name, state: 'suspended', action: 'wake' })
  const units = unitNames(spec.name, spec.scope)
  // Who wakes a failing tenant says that it was mended: its socket need not wait any longer.
  if (agent.store.failures.find(spec.name) !== undefined) {
    agent.backOff.forget(spec.name)
    await openSocket(record, manager)
  }
  // The proxy binds to the app and starts it.
  await manager.start(spec.activation === 'proxied' ? units.proxy : units.service)
  if (isEntered(spec)) await entered(agent.host.processes, manager, units.service)
}

const sleep: Act = async (_agent, { spec }, manager) => {
  const { proxy, service } = unitNames(spec.name, spec.scope)
  if (spec.activation === 'native') return manager.stop(service)
  await stopUnlessWoken(proxy, manager)
  await stopUnlessWoken(service, manager)
}

// A visitor who comes between the two has systemd start both again, which cancels a stop that waits.
const stopUnlessWoken = async (unit: string, manager: UserManager): Promise<void> => {
  try {
    await manager.stop(unit)
  } catch (error) {
    if (!(error instanceof UnitFailed && error.result === 'canceled')) throw error
  }
}

const demandUnits = ({ spec }: TenantRecord, action: 'wake' | 'sleep'): void => {
  if (hasPart(spec, 'units')) return
  throw new PilotError({ code: 'wrong-state', tenant: spec.name, state: 'partial', action })
}

const toProblem = (tenant: TenantName, action: string, error: unknown): PilotError | undefined => {
  if (error instanceof PilotError) return error
  if (!(error instanceof UnitFailed)) return undefined
  const { unit, result } = error
  const code = action === 'wake' ? 'unit-did-not-start' : 'unit-did-not-stop'
  return new PilotError(
    { code: 'step-failed', tenant, step: 'units', detail: '', reasons: [{ code, unit, tenant, result }] },
    { cause: error },
  )
}
