/**
 * The property that tells since when a unit is in its ActiveState (org.freedesktop.systemd1(5)). Not
 * StateChangeTimestamp: that moves also when a unit that never ran is loaded, as by the daemon-reload for another.
 */
export const timestampOf = (active: string): Timestamp => timestamps[active] ?? 'InactiveEnterTimestamp'

/** All that `timestampOf` answers. */
export const timestampNames = [
  'ActiveEnterTimestamp',
  'ActiveExitTimestamp',
  'InactiveEnterTimestamp',
  'InactiveExitTimestamp',
] as const

type Timestamp = (typeof timestampNames)[number]

const timestamps: Readonly<Record<string, Timestamp>> = {
  active: 'ActiveEnterTimestamp',
  reloading: 'ActiveEnterTimestamp',
  activating: 'InactiveExitTimestamp',
  deactivating: 'ActiveExitTimestamp',
}
