/** The directives that confine a tenant's program (systemd.exec(5)), in the order in which they are shown. */
export const sandboxDirectives: readonly string[] = [
  ...['User', 'Group', 'SupplementaryGroups', 'DynamicUser', 'UMask'],
  ...['NoNewPrivileges', 'CapabilityBoundingSet', 'AmbientCapabilities', 'SecureBits'],
  ...['ProtectSystem', 'ProtectHome', 'ReadWritePaths', 'ReadOnlyPaths', 'InaccessiblePaths', 'PrivateTmp'],
  ...[
    'PrivateDevices',
    'PrivateNetwork',
    'PrivateUsers',
    'PrivateIPC',
    'PrivateMounts',
    'ProtectProc',
    'ProcSubset',
  ],
  ...['ProtectKernelTunables', 'ProtectKernelModules', 'ProtectKernelLogs', 'ProtectControlGroups'],
  ...['ProtectClock', 'ProtectHostname', 'RestrictAddressFamilies', 'RestrictNamespaces', 'RestrictRealtime'],
  ...['RestrictSUIDSGID', 'LockPersonality', 'MemoryDenyWriteExecute', 'SystemCallArchitectures'],
  ...['SystemCallFilter', 'SystemCallErrorNumber', 'KeyringMode', 'IPAddressDeny', 'DevicePolicy'],
]

/** What systemd says of them, for people: long sets are counted. */
export const describeSandbox = (shown: ReadonlyMap<string, string>): { directive: string; value: string }[] =>
  sandboxDirectives.flatMap((directive) => {
    const value = shown.get(directive)
    return value === undefined ? [] : [{ directive, value: formatters[directive]?.(value) ?? value }]
  })

// systemctl resolves groups such as @system-service to the hundreds of calls that they stand for; `~` begins a list
// of those forbidden.
const formatCalls = (value: string): string => {
  if (value === '') return ''
  const names = value.replace(/^~/, '').split(' ')
  return `${names.length} system calls ${value.startsWith('~') ? 'forbidden, all others allowed' : 'allowed, all others refused'}`
}

const formatCapabilities = (value: string): string => {
  const count = value === '' ? 0 : value.split(' ').length
  // Without the setting systemd names every capability that it knows, some forty.
  return count > 30 ? `all ${count}` : value
}

const formatters: Readonly<Record<string, (value: string) => string>> = {
  SystemCallFilter: formatCalls,
  CapabilityBoundingSet: formatCapabilities,
}
