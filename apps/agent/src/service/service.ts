import type { OperatorService, PilotService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { runChecks } from '../check/index.ts'
import { reportUnits } from '../check/units.ts'
import { auditMethod } from './audit.ts'
import { createMethods } from './create.ts'
import { createMany } from './create-many.ts'
import { deleteTenant } from './delete.ts'
import { listTenants } from './list.ts'
import { readLogs } from './logs.ts'
import { observeMethods } from './observe.ts'
import { planMethods } from './plan.ts'
import { powerMethods } from './power.ts'
import { setTenant } from './set.ts'
import { showTenant } from './show.ts'
import { suspendMethods } from './suspend.ts'

/** Everything the agent can do; each method group has a file of its own. */
export const createService = (agent: Agent, operators: OperatorService): PilotService => ({
  ...operators,
  ...observeMethods(agent),
  ...createMethods(agent),
  ...suspendMethods(agent),
  ...powerMethods(agent),
  ...planMethods(agent),
  createMany: (input, caller) => createMany(agent, input, caller),
  setTenant: (input, caller) => setTenant(agent, input, caller),
  deleteTenant: (input, caller) => deleteTenant(agent, input, caller),
  list: (query) => listTenants(agent, query),
  show: (input) => showTenant(agent, input.name),
  logs: (query, _caller, signal) => readLogs(agent, query, signal),
  audit: auditMethod(agent),
  check: () => runChecks(agent),
  units: ({ units }) => reportUnits(agent.host, units),
})
