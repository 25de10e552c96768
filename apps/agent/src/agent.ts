import type { Host } from '@pilot/host/ports'
import type { Logger } from 'pino'
import { createComparisons, type Comparisons } from './comparisons/index.ts'
import { createBackOff, type BackOff } from './failures/index.ts'
import { createChanges, type Changes } from './operations/changes.ts'
import { createUnits, type Units } from './units/system-units.ts'
import { createUserUnits, type UserUnits } from './units/user-units.ts'
import { createActivity, type Activity } from './operations/activity.ts'
import { createQueue, type Queue } from './operations/queue.ts'
import type { Samples } from './samples/index.ts'
import type { Settings } from './config.ts'
import type { Store } from './store/index.ts'

/** What every part of the agent works with. */
export interface Agent {
  readonly store: Store
  readonly samples: Samples
  readonly host: Host
  /** The host as operations see it: the same, but in crash tests (crash-seam.ts). */
  readonly operationHost: Host
  readonly log: Logger
  readonly settings: Settings
  readonly now: () => Date
  /** True where the host is the simulated one of `pnpm dev`. */
  readonly simulated: boolean
  /** One queue for each tenant: its changes never overlap. */
  readonly queue: Queue
  readonly activity: Activity
  readonly backOff: BackOff
  readonly changes: Changes
  readonly units: Units
  readonly userUnits: UserUnits
  readonly comparisons: Comparisons
  /** Aborted when the agent is told to end: what runs stops after its present step. */
  readonly stopping: AbortSignal
}

export type AgentParts = Pick<
  Agent,
  'store' | 'samples' | 'host' | 'operationHost' | 'log' | 'settings' | 'stopping'
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
    units: createUnits(parts.host.systemd),
    userUnits: createUserUnits(parts.host, changes),
    comparisons: createComparisons({ ...parts, now, activity }),
  }
}
