import { setTimeout as wait } from 'node:timers/promises'
import type { Agent } from './agent.ts'
import { watchFailures } from './failures/index.ts'
import { resumeOperation, type ChangeParts } from './operations/change-tenant.ts'

type Parts = ChangeParts & Pick<Agent, 'comparisons'>

/** What the agent does unasked: goes on with what was interrupted, and looks after tenants that crash. */
export const startDuties = (agent: Parts): void => {
  for (const operation of agent.store.operations.unfinished()) {
    agent.log.info(
      { tenant: operation.tenant, action: operation.action },
      'goes on with an interrupted operation',
    )
    resumeOperation(agent, operation).catch((error: unknown) => {
      agent.log.error({ err: error, tenant: operation.tenant }, 'an interrupted operation failed again')
    })
  }
  agent.backOff.resume()
  agent.comparisons.resume()
  void keepWatching(agent)
}

const keepWatching = async (agent: Parts): Promise<void> => {
  while (!agent.stopping.aborted) {
    try {
      await watchFailures(agent, agent.stopping)
    } catch (error) {
      agent.log.warn({ err: error }, 'cannot watch the units of tenants; trying again in 5 s')
    }
    // Without reference: the watch alone keeps nobody awake.
    await wait(5000, undefined, { ref: false })
  }
}
