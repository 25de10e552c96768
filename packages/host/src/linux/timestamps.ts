/**
 * The property that tells since when a unit is in its ActiveState (org.freedesktop.systemd1(5)). StateChangeTimestamp
 * also tells when a unit that never ran was loaded, as by the daemon-reload for another. A failed one it is right
 * about, and there alone: what fails before it has a process never left the inactive states.
 */
export const timestampOf = (active: string): Timestamp => timestamps[active] ?? 'InactiveEnterTimestamp'

/** All that `timestampOf` answers. */
export const timestampNames = [
  'ActiveEnterTimestamp',
  'ActiveExitTimestamp',
  'InactiveEnterTimestamp',
  'InactiveExitTimestamp',
  'StateChangeTimestamp',
] as const

type Timestamp = (typeof timestampNames)[number]

const timestamps: Readonly<Record<string, Timestamp>> = {
  active: 'ActiveEnterTimestamp',
  reloading: 'ActiveEnterTimestamp',
  activating: 'InactiveExitTimestamp',
  deactivating: 'ActiveExitTimestamp',
  failed: 'StateChangeTimestamp',
}
