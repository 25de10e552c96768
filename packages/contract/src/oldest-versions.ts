/** The oldest versions that Pilot works with: systemd of Debian 12, older ones were not tried. */
export const oldestVersions = { systemd: 252, postgresql: 15 } as const
