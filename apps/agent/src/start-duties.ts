import { setTimeout as wait } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Agent } from './agent.ts'
import { watchFailures } from './failures/index.ts'
import { leaveToSystemd } from './operations/leave-to-systemd.ts'
import { resumeOperation, type ChangeParts } from './operations/change-tenant.ts'
import type { Operation } from './store/index.ts'

type Parts = ChangeParts & Pick<Agent, 'comparisons'>

/** What the agent does unasked: goes on with what was interrupted, and looks after tenants that crash. */
export const startDuties = (agent: Parts): void => {
  const limit = pLimit(atOnce)
  for (const operation of agent.store.operations.unfinished()) void limit(() => resume(agent, operation))
  agent.backOff.resume()
  agent.comparisons.resume()
  void keepWatching(agent)
}

/** After an upgrade there may be one for each of thousands of tenants. */
const atOnce = 8

const resume = async (agent: Parts, operation: Operation): Promise<void> => {
  const { tenant, action } = operation
  agent.log.info({ tenant, action }, 'goes on with an interrupted operation')
  try {
    if (action === 'upgrade') await leaveToSystemd(agent, tenant)
    await resumeOperation(agent, operation)
  } catch (error) {
    agent.log.error({ err: error, tenant }, 'an interrupted operation failed again')
  }
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
