import { fileMark, paths } from '../paths.ts'

/** `pilot@.socket`: a tenant's listening socket in system scope. Enabled by a symlink in sockets.target.wants. */
export const renderSocketTemplate = (): string => `${fileMark}: part of the package; do not edit.
[Unit]
Description=Pilot tenant %i: socket
# The agent counts failures, closes the socket for a while, and opens it again.
OnFailure=pilot-agent.service

[Socket]
ListenStream=${paths.sockets}/%i.sock
# Only the proxy may connect; the folder keeps all others out as well. The group is that of the folder, which is
# setgid: for SocketGroup= systemd would fork a helper into a cgroup of its own, 11 ms each.
SocketMode=0660
# No file without a listener: Caddy gets "no such file" at once and answers 503.
RemoveOnStop=yes
# Requests wait here during a start.
Backlog=4096
${triggerLimit}
[Install]
WantedBy=sockets.target
`

/**
 * What stops a program that exits with success at once, over and over, each time started by its waiting request.
 * systemd's own limit, 20 in 2 s, would shut a busy tenant for good. A program that sleeps when idle starts at most
 * once in its idle time, so an idle time of a second or more comes to 30 starts in 30 s, and 45 are
 * allowed; a shorter one may start a fifth more often than it can need.
 */
const triggerLimitOf = (idleMilliseconds: number): string => `TriggerLimitIntervalSec=30s
TriggerLimitBurst=${Math.ceil(Math.max(45, (30_000 / idleMilliseconds) * 1.2))}
`

/** For an idle time of a second or more. */
export const triggerLimit = triggerLimitOf(1000)

/** For a shorter idle time; undefined where the common one will do. */
export const renderTriggerLimit = (idleMilliseconds: number): string | undefined =>
  idleMilliseconds < 1000 ? triggerLimitOf(idleMilliseconds) : undefined
