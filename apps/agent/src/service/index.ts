import type { OperatorService, PilotService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { runChecks } from '../check/index.ts'
import { reportUnits } from '../check/units.ts'
import { availableMethod } from './available.ts'
import { comparisonMethods } from '../comparisons/methods.ts'
import { createMethods } from './create.ts'
import { createEach } from './create-each.ts'
import { createMany } from './create-many.ts'
import { deleteTenant } from './delete.ts'
import { inspectMethod } from './inspect.ts'
import { listTenants } from './list.ts'
import { readLogs } from './logs.ts'
import { overviewMethod } from './overview.ts'
import { planMethods } from './plan.ts'
import { powerMethods } from './power.ts'
import { sampleMethods } from '../samples/methods.ts'
import { setTenant } from './set.ts'
import { showTenant } from './show.ts'
import { suspendMethods } from './suspend.ts'
import { wakesMethod } from '../runs/wakes.ts'
import { watchMethod } from './watch.ts'

/** Everything the agent can do; each method group has a file of its own. */
export const createService = (agent: Agent, operators: OperatorService): PilotService => ({
  ...operators,
  ...createMethods(agent),
  ...suspendMethods(agent),
  ...powerMethods(agent),
  ...planMethods(agent),
  ...sampleMethods(agent),
  ...comparisonMethods(agent),
  createMany: (input, caller) => createMany(agent, input, caller),
  setTenant: (input, caller) => setTenant(agent, input, caller),
  deleteTenant: (input, caller) => deleteTenant(agent, input, caller),
  createList: ({ tenants }, caller) => createEach(agent, 'createList', () => tenants, caller),
  available: availableMethod(agent),
  list: (query, caller) => listTenants(agent, query, caller),
  show: (input, caller) => showTenant(agent, input.name, caller),
  inspect: inspectMethod(agent),
  wakes: wakesMethod(agent),
  logs: (query, _caller, signal) => readLogs(agent, query, signal),
  followLogs: (query, _caller, signal) => readLogs(agent, { ...query, follow: true }, signal),
  watch: watchMethod(agent),
  overview: overviewMethod(agent),
  audit: async (query) => agent.store.audit.list(query),
  check: () => runChecks(agent),
  units: ({ units }) => reportUnits(agent.host, units),
})
