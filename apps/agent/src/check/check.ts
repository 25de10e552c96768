import type { Finding } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import type { SeeingParts } from '../tenants/see-tenants.ts'

/** What the checks need of the agent. */
export type CheckParts = SeeingParts & Pick<Agent, 'config' | 'log'>

/** Looks at some prerequisites; what it cannot ask for throws `service-down`. */
export type Check = (agent: CheckParts) => Promise<readonly Finding[]>

/** A prerequisite that is met, or else what was found and what to do. */
export interface Prerequisite {
  readonly id: string
  readonly title: string
  readonly met: boolean
  /** What was found where it is met, and where it is not. */
  readonly found: string
  readonly otherwise: string
  readonly remedy: string
  /** `note` where Pilot works without it. */
  readonly weight?: 'fault' | 'note'
}

export const toFinding = ({
  id,
  title,
  met,
  found,
  otherwise,
  remedy,
  weight = 'fault',
}: Prerequisite): Finding =>
  met
    ? { id, title, level: 'ok', detail: found, remedy: '' }
    : { id, title, level: weight, detail: otherwise, remedy }
