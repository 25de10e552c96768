import { fileMark, paths, proxyGroup } from '../paths.ts'

/** `pilot@.socket`: a tenant's listening socket in system scope. Enabled by a symlink in sockets.target.wants. */
export const renderSocketTemplate = (): string => `${fileMark}: part of the package; do not edit.
[Unit]
Description=Pilot tenant %i: socket
# The agent counts failures, closes the socket for a while, and opens it again.
OnFailure=pilot-agent.service

[Socket]
ListenStream=${paths.sockets}/%i.sock
# Only the proxy may connect; the folder keeps all others out as well.
SocketGroup=${proxyGroup}
SocketMode=0660
# No file without a listener: Caddy gets "no such file" at once and answers 503.
RemoveOnStop=yes
# Requests wait here during a start.
Backlog=4096
${triggerLimit}
[Install]
WantedBy=sockets.target
`

/** What stops a program that exits with success at once, over and over, each time started by its waiting request. */
export const triggerLimit = `# systemd's own limit, 20 in 2 s, would shut a busy tenant for good. /bin/true came to 6 to 9 starts a second;
# from systemd 255 on, PollLimit allows 7.5 anyway.
TriggerLimitIntervalSec=30s
TriggerLimitBurst=150
`
