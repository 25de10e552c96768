import type { Host } from '@pilot/host/ports'
import type { Logger } from 'pino'
import { createBackOff, type BackOff } from './failures/index.ts'
import { createActivity, type Activity } from './operations/activity.ts'
import { createQueue, type Queue } from './operations/queue.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store/index.ts'

/** What every part of the agent works with. */
export interface Agent {
  readonly store: Store
  readonly host: Host
  /** The host as operations see it: the same, but in crash tests (crash-seam.ts). */
  readonly operationHost: Host
  readonly log: Logger
  readonly settings: Settings
  readonly now: () => Date
  /** One queue for each tenant: its changes never overlap. */
  readonly queue: Queue
  readonly activity: Activity
  readonly backOff: BackOff
  /** Aborted when the agent is told to end: what runs stops after its present step. */
  readonly stopping: AbortSignal
}

export type AgentParts = Pick<Agent, 'store' | 'host' | 'operationHost' | 'log' | 'settings' | 'stopping'> & {
  readonly now?: () => Date
}

export const createAgent = (parts: AgentParts): Agent => {
  const now = parts.now ?? (() => new Date())
  const queue = createQueue()
  return {
    ...parts,
    now,
    queue,
    activity: createActivity(),
    backOff: createBackOff({ ...parts, now, queue }),
  }
}
