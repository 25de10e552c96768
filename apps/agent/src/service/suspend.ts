import type { Caller, TenantService } from '@pilot/api/service'
import { hasPart, PilotError, type TenantRef } from '@pilot/contract'
import { runOperation } from '../operations/run-operation.ts'
import { demandPresent } from '../tenants/find-record.ts'
import { jobOf } from './job.ts'
import type { ChangeParts } from '../operations/change-tenant.ts'

export const suspendMethods = (agent: ChangeParts): Pick<TenantService, 'suspend' | 'resume'> => ({
  suspend: (input, caller) => setSuspended(agent, 'suspend', input, caller),
  resume: (input, caller) => setSuspended(agent, 'resume', input, caller),
})

const setSuspended = (agent: ChangeParts, action: 'suspend' | 'resume', input: TenantRef, caller: Caller) =>
  runOperation(agent, jobOf(action, input, caller), (record) => {
    const { spec } = demandPresent(record, input.name)
    if (!hasPart(spec, 'socket'))
      throw new PilotError({ code: 'wrong-state', tenant: input.name, state: 'partial', action })
    return { wish: 'present', spec: { ...spec, suspended: action === 'suspend' } }
  })
