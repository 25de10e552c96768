import { paths } from '../paths.ts'

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
# What services need, and the memory protection keys that V8 uses. EPERM instead of a kill: programs have
# fallbacks for calls that are refused.
SystemCallFilter=@system-service @pkey
SystemCallErrorNumber=EPERM
# Nobody else reads what it writes.
UMask=0077
`

/** What else PID 1 does for a unit of the system scope. `home` is what stays writable. */
export const mountSandbox = (home: string): string => `# Nothing to gain from a hole in a program it starts.
CapabilityBoundingSet=
# Everything is read-only but its own home, /tmp and what systemd makes for it.
ProtectSystem=strict
ReadWritePaths=${home}
# /home, /root and /run/user are empty.
ProtectHome=yes
# A /tmp of its own, which lasts as long as the program runs.
PrivateTmp=yes
# No devices but null, zero, random and the like.
PrivateDevices=yes
# It sees no processes of others in /proc.
ProtectProc=invisible
# /proc/sys, /sys, modules, the kernel log, the clock, the host name and cgroups cannot be changed, or not seen.
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
# No talking to the system: no D-Bus, no manager, no agent, no Caddy, not even to be refused there.
InaccessiblePaths=${forbiddenPaths.map((path) => `-${path}`).join(' ')}
`

/** Sockets and files that no tenant has any business with. */
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
