import type { Finding, FindingId, Found, Remedy } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import type { SeeingParts } from '../tenants/see-tenants.ts'

/** What the checks need of the agent. */
export type CheckParts = SeeingParts & Pick<Agent, 'config' | 'log'>

/** Looks at some prerequisites; what it cannot ask for throws `service-down`. */
export type Check = (agent: CheckParts) => Promise<readonly Finding[]>

export const met = (id: FindingId, found: Found): Finding => ({ id, level: 'ok', found, remedy: null })

/** Without it Pilot works worse or not at all. */
export const fault = (id: FindingId, found: Found, remedy: Remedy | null): Finding => ({
  id,
  level: 'fault',
  found,
  remedy,
})

/** Without it Pilot works. */
export const note = (id: FindingId, found: Found, remedy: Remedy): Finding => ({
  id,
  level: 'note',
  found,
  remedy,
})
