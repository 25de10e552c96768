/** The host that the tests of this lane share. */
export const hostName = process.env['PILOT_TEST_LANE'] === 'second' ? 'system-second' : 'system'
