import { paths } from '../paths.ts'
import { systemCalls } from './system-calls.ts'

/** What seccomp and prctl forbid. They need no privilege, so a user manager can set them as well as PID 1. */
export const callSandbox = `# setuid programs give nothing.
NoNewPrivileges=yes
# Unix sockets and IP only. Netlink because os.networkInterfaces() of Node fails without it.
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
# No namespaces of its own: user namespaces are the usual way to a kernel hole.
RestrictNamespaces=yes
# No personality(2), no real-time scheduling that starves others, no setuid bits on its files.
LockPersonality=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
# No 32-bit system calls; it also makes the filter cheaper to load.
SystemCallArchitectures=native
# What services need. EPERM instead of a kill: programs have fallbacks for calls that are refused.
SystemCallFilter=${systemCalls.join(' ')}
SystemCallErrorNumber=EPERM
# Nobody else reads what it writes.
UMask=0077
`

/**
 * What else PID 1 does for a unit of the system scope. `home` is what stays writable.
 *
 * For each mount, systemd reads the whole table of mounts again, about 1 ms at each start (docs/performance.md). So
 * what is here stops something that no account without capabilities is stopped from anyway. Not here, as the kernel's
 * own permissions, the empty set of capabilities and the filter of calls forbid all that they do:
 * ProtectKernelTunables=, ProtectKernelModules=, ProtectKernelLogs=, ProtectControlGroups=, ProtectClock=,
 * ProtectHostname=. e2e/system/isolation.test.ts tries each.
 */
export const mountSandbox = (home: string): string => `# Nothing to gain from a hole in a program it starts.
CapabilityBoundingSet=
# Everything is read-only but its own home, /tmp and what systemd makes for it.
ProtectSystem=strict
ReadWritePaths=${home}
# Said once more for /run: beside ProtectProc=, systemd 257 leaves file systems other than the root writable, and
# /run/lock is open to everybody.
ReadOnlyPaths=/run
# /home, /root and /run/user are empty.
ProtectHome=yes
# A /tmp of its own, which lasts as long as the program runs.
PrivateTmp=yes
# No devices but null, zero, random and the like.
PrivateDevices=yes
# It sees no processes of others in /proc.
ProtectProc=invisible
# D-Bus is open to every account, so it is hidden. All other sockets of root's are closed by their permissions.
InaccessiblePaths=-/run/dbus
`

/**
 * What systemd does not do where pilot-enter does it: for a command with `+` it would make the mounts in vain, and PID 1
 * keeps the filter's names, 8 KB a tenant. The template has all of it, so that a drop-in that does not say this, such
 * as one of an earlier version, never runs a program without a sandbox.
 */
export const leftToEnter = `# The cell is made by pilot-enter.
ProtectSystem=no
ReadWritePaths=
ReadOnlyPaths=
ProtectHome=no
PrivateTmp=no
PrivateDevices=no
ProtectProc=default
InaccessiblePaths=
RestrictAddressFamilies=
SystemCallArchitectures=
SystemCallFilter=
SupplementaryGroups=
`

/** Sockets and files that no tenant's own manager has any business with. */
export const forbiddenPaths = [
  '/run/dbus',
  '/run/systemd/private',
  '/run/pilot/agent',
  '/run/pilot/status',
  '/run/caddy',
  paths.store,
  `${paths.store}-wal`,
  `${paths.store}-shm`,
] as const
