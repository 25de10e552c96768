import { defaultIdleTime } from '@pilot/contract'
import type { ProvisionValues } from './form-schema.ts'

/** The form as it opens. */
export const emptyForm: ProvisionValues = {
  name: '',
  domains: [{ value: '' }],
  program: 'sample',
  command: '',
  activation: 'auto',
  listen: 'port',
  idle: defaultIdleTime,
  scope: 'system',
  environment: [],
  memoryMax: '',
  cpuQuota: '',
  tasksMax: '',
}

/** The domain that a name fills in; empty without a name. */
export const domainOf = (name: string): string => (name === '' ? '' : `${name}.localhost`)
