import type { BrowserClient } from '@pilot/api/client/browser'
import { TenantName, type OperationEvent, type Problem } from '@pilot/contract'
import { problemOf } from '../../client/problem-of.ts'
import type { BulkAction } from '../../shared/tenant/actions.ts'
import type { Act } from './bulk.ts'

/**
 * Does the action to one tenant by the agent. What was begun is not aborted: the agent would finish it anyway, and
 * only waiting tells how it ended.
 */
export const actBy =
  (agent: BrowserClient, action: BulkAction, { purge = false } = {}): Act =>
  async (text) => {
    try {
      const name = TenantName.parse(text)
      switch (action) {
        case 'wake':
        case 'sleep':
          await agent[action]({ name })
          return null
        case 'suspend':
        case 'resume':
          return await problemIn(agent[action]({ name }))
        case 'delete':
          return await problemIn(agent.deleteTenant({ name, purge }))
      }
    } catch (error) {
      return problemOf(error)
    }
  }

const problemIn = async (events: AsyncIterable<OperationEvent>): Promise<Problem | null> => {
  let problem: Problem | null = null
  for await (const event of events) if (event.event === 'tenant-finished') problem = event.problem
  return problem
}
