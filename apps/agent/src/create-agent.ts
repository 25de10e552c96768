import type { Agent } from './agent.ts'
import { createComparisons } from './comparisons/index.ts'
import { createBackOff } from './failures/index.ts'
import { createActivity } from './operations/activity.ts'
import { createChanges } from './operations/changes.ts'
import { createQueue } from './operations/queue.ts'
import { createSystemUnits } from './units/system-units.ts'
import { createUserUnits } from './units/user-units.ts'

export type AgentParts = Pick<
  Agent,
  'store' | 'samples' | 'host' | 'operationHost' | 'log' | 'config' | 'stopping'
> & {
  readonly now?: () => Date
  readonly simulated?: boolean
}

export const createAgent = (parts: AgentParts): Agent => {
  const now = parts.now ?? (() => new Date())
  const queue = createQueue()
  const changes = createChanges()
  const activity = createActivity()
  return {
    ...parts,
    now,
    simulated: parts.simulated ?? false,
    queue,
    activity,
    backOff: createBackOff({ ...parts, now, queue, changes }),
    changes,
    systemUnits: createSystemUnits(parts.host.systemd),
    userUnits: createUserUnits(parts.host, changes),
    comparisons: createComparisons({ ...parts, now, activity }),
  }
}
