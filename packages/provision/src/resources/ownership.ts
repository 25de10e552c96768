import type { FileFound, Ownership } from '@pilot/host/ports'

/** What differs, one clause each, such as `mode 0755 instead of 0700`. */
export const ownershipDrift = (found: FileFound, wished: Ownership): readonly string[] => [
  ...(found.mode === wished.mode ? [] : [`mode ${octal(found.mode)} instead of ${octal(wished.mode)}`]),
  ...(found.uid === wished.uid ? [] : [`owner ${found.uid} instead of ${wished.uid}`]),
  ...(found.gid === wished.gid ? [] : [`group ${found.gid} instead of ${wished.gid}`]),
]

const octal = (mode: number): string => mode.toString(8).padStart(4, '0')
