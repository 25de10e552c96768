import type { Caller } from '@pilot/api/service'
import {
  inputFaultOf,
  PilotError,
  TenantName,
  type CreateManyInput,
  type CreateTenantInput,
  type OperationEvent,
} from '@pilot/contract'
import { createEach } from './create-each.ts'
import type { ChangeParts } from '../operations/change-tenant.ts'

/** Makes `<prefix>1` to `<prefix><count>`. */
export const createMany = (
  agent: ChangeParts,
  input: CreateManyInput,
  caller: Caller,
): AsyncIterable<OperationEvent> => createEach(agent, 'createMany', () => inputsOf(input), caller)

const inputsOf = ({ prefix, count, idle, scope }: CreateManyInput): CreateTenantInput[] => {
  const names = Array.from({ length: count }, (_, index) => TenantName.safeParse(`${prefix}${index + 1}`))
  const refused = names.find(({ success }) => !success)
  if (refused?.error !== undefined)
    throw new PilotError({
      code: 'invalid-input',
      field: 'prefix',
      fault: inputFaultOf(refused.error.issues[0]),
    })
  return names.flatMap(({ data }) => (data === undefined ? [] : { name: data, idle, scope }))
}
