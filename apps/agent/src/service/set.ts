import type { Caller } from '@pilot/api/service'
import type { OperationEvent, SetTenantInput } from '@pilot/contract'
import { runOperation } from '../operations/run-operation.ts'
import { changeSpec } from '../wishes/index.ts'
import { demandPresent } from '../tenants/find-record.ts'
import { jobOf } from './job.ts'
import type { ChangeParts } from '../operations/change-tenant.ts'

export const setTenant = (
  agent: ChangeParts,
  input: SetTenantInput,
  caller: Caller,
): AsyncIterable<OperationEvent> =>
  runOperation(agent, jobOf('setTenant', input, caller), (record) => ({
    wish: 'present',
    spec: changeSpec(demandPresent(record, input.name).spec, input),
  }))
