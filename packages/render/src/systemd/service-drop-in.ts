import type { TenantSpec } from '@pilot/contract'
import { fileMark } from '../paths.ts'
import { isEntered } from '../cell/is-entered.ts'
import { serviceLines, unitLines } from './app-section.ts'
import { leftToEnter } from './sandbox.ts'

/** `pilot@<name>.service.d/50-pilot.conf`: what the template does not say. */
export const renderServiceDropIn = (spec: TenantSpec): string =>
  `${fileMark}; "pilot set ${spec.name}" changes it.\n` +
  `[Unit]\n${unitLines(spec)}\n` +
  `[Service]\nExecStart=\n${serviceLines(spec)}${listenLines(spec)}${isEntered(spec) ? leftToEnter : ''}`

const listenLines = (spec: TenantSpec): string => {
  if (spec.activation === 'native') return ''
  return spec.listen === 'port'
    ? // So that each may have port 8080, and nobody else can reach it.
      'PrivateNetwork=yes\n'
    : // Made at each start and removed with all it holds, so that no stale socket is left.
      'RuntimeDirectory=pilot/app/%i\nRuntimeDirectoryMode=0700\n'
}
