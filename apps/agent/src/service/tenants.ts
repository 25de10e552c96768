import type { TenantService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'
import { wakesMethod } from '../runs/wakes.ts'
import { availableMethod } from './available.ts'
import { createEach } from './create-each.ts'
import { createMany } from './create-many.ts'
import { createMethods } from './create.ts'
import { deleteTenant } from './delete.ts'
import { inspectMethod } from './inspect.ts'
import { listTenants } from './list.ts'
import { readLogs } from './logs.ts'
import { planMethods } from './plan.ts'
import { powerMethods } from './power.ts'
import { setTenant } from './set.ts'
import { showTenant } from './show.ts'
import { suspendMethods } from './suspend.ts'
import { watchMethod } from './watch.ts'

export const tenantMethods = (agent: Agent): TenantService => ({
  ...createMethods(agent),
  ...suspendMethods(agent),
  ...powerMethods(agent),
  ...planMethods(agent),
  createMany: (input, caller) => createMany(agent, input, caller),
  createList: ({ tenants }, caller) => createEach(agent, 'createList', () => tenants, caller),
  setTenant: (input, caller) => setTenant(agent, input, caller),
  deleteTenant: (input, caller) => deleteTenant(agent, input, caller),
  available: availableMethod(agent),
  list: (query, caller) => listTenants(agent, query, caller),
  show: ({ name }, caller) => showTenant(agent, name, caller),
  inspect: inspectMethod(agent),
  wakes: wakesMethod(agent),
  logs: (query, _caller, signal) => readLogs(agent, query, signal),
  followLogs: (query, _caller, signal) => readLogs(agent, { ...query, follow: true }, signal),
  watch: watchMethod(agent),
})
