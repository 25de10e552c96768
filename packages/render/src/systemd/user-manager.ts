import type { TenantSpec } from '@pilot/contract'
import { fileMark } from '../paths.ts'
import { forbiddenPaths } from './sandbox.ts'

/**
 * `user@<uid>.service.d/50-pilot.conf`: the part of the sandbox that only PID 1 can build. It holds for the
 * tenant's manager and everything in it.
 */
export const renderUserManagerDropIn = (
  spec: TenantSpec,
): string => `${fileMark}; "pilot set ${spec.name}" changes it.
[Service]
# It sees no processes of others in /proc.
ProtectProc=invisible
# Nor does a set-uid program give it privileges.
NoNewPrivileges=yes
# Then PID 1 kills it, whatever the tenant did to it.
TimeoutStopSec=10s
# No homes of people, no talking to the system.
InaccessiblePaths=-/home -/root ${forbiddenPaths.map((path) => `-${path}`).join(' ')}
${spec.activation === 'proxied' && spec.listen === 'port' ? privateNetwork : ''}`

const privateNetwork = `# So that each may have port 8080, and nobody else can reach it.
PrivateNetwork=yes
`
