import type { Caller } from '@pilot/api/service'
import { PilotError, type DeleteTenantInput, type OperationEvent } from '@pilot/contract'
import { runOperation } from '../operations/run-operation.ts'
import type { TenantRecord } from '../store/index.ts'
import { jobOf } from './job.ts'
import type { ChangeParts } from '../operations/change-tenant.ts'

/** Takes the tenant away. Its record stays while its data does, so that its uid is not given out again. */
export const deleteTenant = (
  agent: ChangeParts,
  input: DeleteTenantInput,
  caller: Caller,
): AsyncIterable<OperationEvent> =>
  runOperation(agent, jobOf('deleteTenant', input, caller), (record) => ({
    // A purge that was begun is not taken back: part of the data may be gone.
    wish: input.purge || record?.wish === 'purging' ? 'purging' : 'deleted',
    spec: demandRecord(record, input).spec,
  }))

const demandRecord = (record: TenantRecord | undefined, { name }: DeleteTenantInput): TenantRecord => {
  if (record === undefined) throw new PilotError({ code: 'tenant-not-found', tenant: name })
  return record
}
