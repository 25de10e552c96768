import type { HostService, TenantService } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

type ObserveMethods = Pick<HostService, 'overview'> &
  Pick<TenantService, 'available' | 'inspect' | 'wakes' | 'followLogs' | 'watch' | 'createList'>

export const observeMethods = (_agent: Agent): ObserveMethods => ({}) as ObserveMethods
