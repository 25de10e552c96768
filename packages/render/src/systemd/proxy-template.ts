import { fileMark, paths } from '../paths.ts'
import { enter } from '../cell/enter.ts'

/** `pilot-proxy@.service`: systemd-socket-proxyd(8) in front of an app that cannot take a socket, in system scope. */
export const renderProxyTemplate = (): string => `${fileMark}: part of the package; do not edit.
[Unit]
Description=Pilot tenant %i: proxy
# It goes when the app goes: with Requires= alone it would live on and refuse every request.
BindsTo=pilot@%i.service
After=pilot@%i.service
# The app's network namespace, where the app has one of its own; else one with no network at all, in which
# Unix sockets work all the same.
JoinsNamespaceOf=pilot@%i.service
StartLimitIntervalSec=0

[Service]
User=%i
Group=%i
EnvironmentFile=${paths.environments}/%i.env
SyslogIdentifier=%i
# Root's only until pilot-enter has made the cell and become the tenant.
${proxyService(`+${enter('%i', []).join(' ')} `)}PrivateNetwork=yes
`

/** It ends when no connection was open for the idle time. `before` makes its cell. */
export const proxyService = (
  before = '',
): string => `# Not Type=notify: proxyd of systemd 252 never reports that it is ready.
Type=simple
ExecStart=${before}/usr/lib/systemd/systemd-socket-proxyd --exit-idle-time=\${PILOT_IDLE} --connections-max=4096 \${PILOT_TARGET}
TimeoutStopSec=30
`
