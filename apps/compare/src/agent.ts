import { setTimeout as wait } from 'node:timers/promises'
import { createClient } from '@pilot/api/client'
import {
  agentSockets,
  PilotError,
  type ComparisonReport,
  type ComparisonWork,
  type CreateTenantInput,
  type OperationEvent,
  type TenantName,
} from '@pilot/contract'

/** What a comparison asks of the agent, as any client of root's could. Each may be repeated, and is once where the agent restarts. */
export interface CompareAgent {
  work(): Promise<ComparisonWork>
  report(report: ComparisonReport): Promise<void>
  createTenant(input: CreateTenantInput): Promise<void>
  wake(name: TenantName): Promise<void>
  sleep(name: TenantName): Promise<void>
  /** With all its data. One that is gone is no fault. */
  purgeTenant(name: TenantName): Promise<void>
  close(): Promise<void>
}

export const connectAgent = (): CompareAgent => {
  const client = createClient({ socketPath: agentSockets.root, actor: 'root (pilot compare)' })
  return {
    work: () => persist(() => client.comparisonWork({})),
    report: async (report) => {
      await persist(() => client.reportComparison(report))
    },
    createTenant: (input) => persist(() => demandDone(client.createTenant(input))),
    wake: async (name) => {
      await persist(() => client.wake({ name }))
    },
    sleep: async (name) => {
      await persist(() => client.sleep({ name }))
    },
    purgeTenant: async (name) => {
      try {
        await persist(() => demandDone(client.deleteTenant({ name, purge: true })))
      } catch (error) {
        if (!(error instanceof PilotError && error.problem.code === 'tenant-not-found')) throw error
      }
    },
    close: () => client.close(),
  }
}

/** An update of Pilot restarts the agent, and then a call is broken off. */
const persist = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call()
    } catch (error) {
      const isGone = error instanceof PilotError && error.problem.code === 'service-down'
      if (!isGone || attempt === 5) throw error
      await wait(attempt * 200)
    }
  }
}

const demandDone = async (events: AsyncIterable<OperationEvent>): Promise<void> => {
  let finished = false
  for await (const event of events) {
    if (event.event === 'tenant-finished' && event.problem !== null) throw new PilotError(event.problem)
    if (event.event === 'finished') finished = true
  }
  if (!finished)
    throw new PilotError({
      code: 'service-down',
      service: 'pilot-agent',
      detail: 'the answer ended before the operation did',
    })
}
