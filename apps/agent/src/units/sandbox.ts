import { getSystemErrorName } from 'node:util'

/** The directives that confine a tenant's program (systemd.exec(5)), in the order in which they are shown. */
export const sandboxDirectives: readonly string[] = [
  'User',
  'Group',
  'SupplementaryGroups',
  'DynamicUser',
  'UMask',
  'NoNewPrivileges',
  'CapabilityBoundingSet',
  'AmbientCapabilities',
  'SecureBits',
  'ProtectSystem',
  'ProtectHome',
  'ReadWritePaths',
  'ReadOnlyPaths',
  'InaccessiblePaths',
  'PrivateTmp',
  'PrivateDevices',
  'PrivateNetwork',
  'PrivateUsers',
  'PrivateIPC',
  'PrivateMounts',
  'ProtectProc',
  'ProcSubset',
  'ProtectKernelTunables',
  'ProtectKernelModules',
  'ProtectKernelLogs',
  'ProtectControlGroups',
  'ProtectClock',
  'ProtectHostname',
  'RestrictAddressFamilies',
  'RestrictNamespaces',
  'RestrictRealtime',
  'RestrictSUIDSGID',
  'LockPersonality',
  'MemoryDenyWriteExecute',
  'SystemCallArchitectures',
  'SystemCallFilter',
  'SystemCallErrorNumber',
  'KeyringMode',
  'IPAddressDeny',
  'DevicePolicy',
]

/** What systemd says of them, for people: long sets are counted, and what is not set is left out. */
export const describeSandbox = (shown: ReadonlyMap<string, string>): { directive: string; value: string }[] =>
  sandboxDirectives
    .filter((directive) => shown.has(directive))
    .map((directive) => {
      const value = shown.get(directive) ?? ''
      return { directive, value: formatters[directive]?.(value) ?? value }
    })
    .filter(({ value }) => value !== '')

// systemctl resolves groups such as @system-service to the hundreds of calls that they stand for; `~` begins a list
// of those forbidden.
const formatCalls = (value: string): string => {
  if (value === '') return ''
  const { length } = value.replace(/^~/, '').split(' ')
  return value.startsWith('~') ? `all system calls but ${length}` : `${length} system calls, no others`
}

// Without the setting systemd names every capability that it knows, some forty.
const formatCapabilities = (value: string): string => {
  const { length } = value.split(' ')
  if (value === '') return 'none'
  return length > 30 ? `all ${length}` : value
}

const formatError = (value: string): string => {
  const number = Number(value)
  return number > 0 ? getSystemErrorName(-number) : value
}

const formatters: Readonly<Record<string, (value: string) => string>> = {
  SystemCallFilter: formatCalls,
  SystemCallErrorNumber: formatError,
  CapabilityBoundingSet: formatCapabilities,
}
