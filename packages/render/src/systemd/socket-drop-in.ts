import type { TenantSpec } from '@pilot/contract'
import { fileMark, unitNames } from '../paths.ts'

/** `pilot@<name>.socket.d/50-pilot.conf`: the proxy takes the connections. undefined for a native tenant. */
export const renderSocketDropIn = (spec: TenantSpec): string | undefined =>
  spec.activation === 'native'
    ? undefined
    : `${fileMark}; "pilot set ${spec.name}" changes it.\n[Socket]\nService=${unitNames(spec.name, 'system').proxy}\n`
