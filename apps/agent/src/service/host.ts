import type { HostService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { runChecks } from '../check/index.ts'
import { reportUnits } from '../check/units.ts'
import { overviewMethod } from './overview.ts'

export const hostMethods = (agent: Agent): HostService => ({
  overview: overviewMethod(agent),
  audit: async (query) => agent.store.audit.list(query),
  check: () => runChecks(agent),
  units: ({ units }) => reportUnits(agent.host, units),
})
