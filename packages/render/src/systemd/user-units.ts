import type { TenantSpec } from '@pilot/contract'
import { fileMark, paths, socketPath } from '../paths.ts'
import { serviceLines, unitLines } from './app-section.ts'
import { constantEnvironment, lifeCycle } from './constants.ts'
import { limitLines } from './limits.ts'
import { proxyService } from './proxy-template.ts'
import { callSandbox } from './sandbox.ts'
import { renderTriggerLimit, triggerLimit } from './socket-template.ts'

export interface UnitFile {
  /** The name, below the folder of the tenant's units. */
  readonly file: string
  readonly text: string
}

/** The units of a tenant in user scope, run by the tenant's own manager; whole files. */
export const renderUserUnits = (spec: TenantSpec): readonly UnitFile[] => [
  { file: 'pilot.socket', text: renderSocket(spec) },
  { file: 'pilot.service', text: renderService(spec) },
  { file: 'pilot-backoff.service', text: renderBackoff(spec) },
  ...(spec.activation === 'proxied' ? [{ file: 'pilot-proxy.service', text: renderProxy(spec) }] : []),
]

const renderSocket = (spec: TenantSpec): string => `${header(spec)}[Unit]
Description=Pilot tenant ${spec.name}: socket
OnFailure=pilot-backoff.service

[Socket]
# The folder is setgid: the socket gets the proxy's group, which the tenant itself could not give.
ListenStream=${socketPath(spec.name, 'user')}
SocketMode=0660
RemoveOnStop=yes
Backlog=4096
${renderTriggerLimit(spec.idle) ?? triggerLimit}${spec.activation === 'proxied' ? 'Service=pilot-proxy.service\n' : ''}
[Install]
WantedBy=sockets.target
`

const renderService = (spec: TenantSpec): string => `${header(spec)}[Unit]
Description=Pilot tenant ${spec.name}
StartLimitIntervalSec=0
OnFailure=pilot-backoff.service
${unitLines(spec)}
[Service]
${serviceLines(spec)}${removeStaleSocket(spec)}WorkingDirectory=${dataDirectory(spec)}
Environment=HOME=${dataDirectory(spec)}
${constantEnvironment(spec.name)}EnvironmentFile=${paths.environment(spec.name)}
${lifeCycle}${limitLines(spec.limits)}
${userMountSandbox(spec)}${callSandbox}`

const renderProxy = (spec: TenantSpec): string => `${header(spec)}[Unit]
Description=Pilot tenant ${spec.name}: proxy
BindsTo=pilot.service
After=pilot.service
StartLimitIntervalSec=0

[Service]
EnvironmentFile=${paths.environment(spec.name)}
${proxyService()}
${callSandbox}`

// A failure in ExecStart= ends the unit there: the socket stays closed if the wait is cut short by a stop.
const renderBackoff = (spec: TenantSpec): string => `${header(spec)}[Unit]
Description=Pilot tenant ${spec.name}: pause after a failure
# Starting this closes the socket.
Conflicts=pilot.socket
After=pilot.socket
StartLimitIntervalSec=0

[Service]
Type=oneshot
ExecStart=/bin/sleep 2
ExecStart=/bin/systemctl --user --no-block start pilot.socket
`

const header = (spec: TenantSpec): string => `${fileMark}; "pilot set ${spec.name}" changes it.\n`

// The home itself belongs to root, so that the tenant cannot change its own units.
const dataDirectory = (spec: TenantSpec): string => `${paths.home(spec.name)}/data`

const removeStaleSocket = (spec: TenantSpec): string =>
  spec.activation === 'proxied' && spec.listen === 'socket'
    ? `ExecStartPre=/bin/rm -f ${paths.appDirectory(spec.name)}/app.sock\n`
    : ''

const userMountSandbox = (spec: TenantSpec): string => `# A user manager can mount only in a user namespace.
PrivateUsers=yes
ProtectSystem=strict
ReadWritePaths=${dataDirectory(spec)}${removeStaleSocket(spec) === '' ? '' : ` ${paths.appDirectory(spec.name)}`}
PrivateTmp=yes
`
