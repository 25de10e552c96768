const hosts: Readonly<Record<string, string>> = { second: 'system-second', ui: 'ui' }

/** The host that the tests of this lane share. */
export const hostName = hosts[process.env['PILOT_TEST_LANE'] ?? ''] ?? 'system'
