import type { TenantSpec } from '@pilot/contract'
import { fileMark, unitNames } from '../paths.ts'
import { renderTriggerLimit } from './socket-template.ts'

/**
 * `pilot@<name>.socket.d/50-pilot.conf`: what the template does not say: that the proxy takes the connections, and
 * how often a tenant with a very short idle time may start. undefined where the template says all.
 */
export const renderSocketDropIn = (spec: TenantSpec): string | undefined => {
  const lines = [
    spec.activation === 'proxied' ? `Service=${unitNames(spec.name, 'system').proxy}\n` : '',
    renderTriggerLimit(spec.idle) ?? '',
  ].join('')
  return lines === '' ? undefined : `${fileMark}; "pilot set ${spec.name}" changes it.\n[Socket]\n${lines}`
}
