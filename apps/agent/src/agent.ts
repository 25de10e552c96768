import type { Host } from '@pilot/host/ports'
import type { Logger } from 'pino'
import type { Comparisons } from './comparisons/index.ts'
import type { Config } from './config.ts'
import type { BackOff } from './failures/index.ts'
import type { Activity } from './operations/activity.ts'
import type { Changes } from './operations/changes.ts'
import type { Queue } from './operations/queue.ts'
import type { Samples } from './samples/index.ts'
import type { Store } from './store/index.ts'
import type { SystemUnits } from './units/system-units.ts'
import type { UserUnits } from './units/user-units.ts'

/**
 * All parts that the rooms of the agent work with, put together by create-agent.ts. A room asks for those that it needs
 * (`Pick<Agent, 'store' | 'now'>`), so that it can be read, and tested, without the others.
 */
export interface Agent {
  readonly store: Store
  readonly samples: Samples
  readonly host: Host
  /** The host as operations see it: the same, but in crash tests (crash-seam.ts). */
  readonly operationHost: Host
  readonly log: Logger
  readonly config: Config
  readonly now: () => Date
  /** True where the host is the simulated one of `pnpm dev`. */
  readonly simulated: boolean
  /** One queue for each tenant: its changes never overlap. */
  readonly queue: Queue
  readonly activity: Activity
  readonly backOff: BackOff
  readonly changes: Changes
  readonly systemUnits: SystemUnits
  readonly userUnits: UserUnits
  readonly comparisons: Comparisons
  /** Aborted when the agent is told to end: what runs stops after its present step. */
  readonly stopping: AbortSignal
}
