import { CreateManyInput, inputFaultOf, settings, TenantName } from '@pilot/contract'
import { readGiven, type ReadForm } from '../../shared/tenant-form/read-new.ts'
import { keysFor } from '../../shared/tenant-form/setting-groups.tsx'
import { newValues, type SettingValues } from '../../shared/tenant-form/values.ts'

/** The form for many tenants alike. */
export interface ManyValues extends SettingValues {
  prefix: string
  count: string
}

/** The settings that many tenants can be given at once. */
export const keysOfMany = keysFor(true).filter((key) => key in CreateManyInput.shape)

export const emptyMany: ManyValues = { prefix: 'user', count: '10', ...newValues(settings) }

export const readMany = (values: ManyValues): ReadForm<CreateManyInput> => {
  const { prefix } = values
  const given = readGiven(settings, values, '')
  const count = /^\d+$/.test(values.count.trim()) ? Number(values.count) : Number.NaN
  const { data, error } = CreateManyInput.safeParse({ ...given.values, prefix, count })
  const own = (error?.issues ?? []).map((issue) => ({
    path: issue.path.join('.'),
    fault: inputFaultOf(issue),
  }))
  const faults = [...own, ...given.faults, ...(data === undefined ? [] : longestNameFaults(data))]
  return data !== undefined && faults.length === 0 ? { input: data } : { faults }
}

/** The longest name of all: with it every other one fits too. */
const longestNameFaults = ({ prefix, count }: CreateManyInput) => {
  const [issue] = TenantName.safeParse(`${prefix}${count}`).error?.issues ?? []
  return issue === undefined ? [] : [{ path: 'prefix', fault: inputFaultOf(issue) }]
}
