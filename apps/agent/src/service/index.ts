import type { PilotService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { comparingMethods } from '../comparisons/comparing.ts'
import { comparisonMethods } from '../comparisons/methods.ts'
import { operatorMethods } from '../operators/index.ts'
import { sampleMethods } from '../samples/methods.ts'
import { hostMethods } from './host.ts'
import { tenantMethods } from './tenants.ts'

/** Everything the agent can do: for each area of packages/api/src/methods one function that carries it out. */
export const createService = (agent: Agent): PilotService => ({
  ...tenantMethods(agent),
  ...hostMethods(agent),
  ...sampleMethods(agent),
  ...comparisonMethods(agent),
  ...comparingMethods(agent),
  ...operatorMethods(agent),
})
