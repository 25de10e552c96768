import type { FileFound, Files, Ownership } from '@pilot/host/ports'
import { ownershipDrift } from './ownership.ts'
import { atPath, compared, foreign, missing, neutral } from './resource.ts'
import type { Resource } from './resource.ts'

/** A directory of Pilot's. `isOurs` decides by owner and group, as a directory bears no other mark. */
export const directory = (files: Files, wished: Directory): Resource => ({
  subject: atPath(wished.path),
  inspect: async () => {
    const found = await files.inspect(wished.path)
    if (found === undefined) return missing
    if (found.kind !== 'directory' || !wished.isOurs(found)) return foreign('directory', wished.path)
    return compared(ownershipDrift(found, wished.ownership))
  },
  apply: () => files.makeDirectory(wished.path, wished.ownership),
  ...(wished.remove && { remove: wished.remove }),
})

/** A directory that others use too, or that goes with its parent: made where it is missing, never removed by itself. */
export const sharedDirectory = (files: Files, path: string, ownership: Ownership): Resource => ({
  subject: atPath(path),
  inspect: async () => ((await files.inspect(path)) === undefined ? missing : neutral),
  apply: () => files.makeDirectory(path, ownership),
})

interface Directory {
  readonly path: string
  readonly ownership: Ownership
  readonly isOurs: (found: FileFound) => boolean
  /** Default: it stays. */
  readonly remove?: () => Promise<boolean>
}
