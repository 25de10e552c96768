import { posix } from 'node:path'
import type { Files } from '@pilot/host/ports'
import { atPath, compared, neutral } from './resource.ts'
import type { Resource, ResourceState } from './resource.ts'
import { noTextFile, textFile } from './text-file.ts'

/**
 * A unit's drop-in with its directory, which goes again with the last file in it: an admin's own drop-in there
 * keeps it. `text` undefined wishes that there be none. `beforeChange` runs before anything there is changed.
 */
export const dropIn = (files: Files, { path, text, beforeChange }: DropIn): Resource => {
  const file =
    text === undefined ? noTextFile(files, path) : textFile(files, { path, text, ownership: ofRoot })
  return {
    subject: atPath(path),
    inspect: async () => withDirectory(files, path, await file.inspect()),
    apply: async (found) => {
      await beforeChange?.()
      if (text === undefined) await removeWithDirectory(files, path)
      else {
        await files.makeDirectory(posix.dirname(path), { mode: 0o755, uid: 0, gid: 0 })
        await file.apply(found)
      }
    },
    remove: () => removeWithDirectory(files, path),
  }
}

interface DropIn {
  readonly path: string
  readonly text: string | undefined
  readonly beforeChange?: () => Promise<void>
}

const ofRoot = { mode: 0o644, uid: 0, gid: 0 }

/** An empty directory is what a crash leaves between the two writes or the two removals. */
const withDirectory = async (files: Files, path: string, found: ResourceState): Promise<ResourceState> => {
  if (found.state !== 'missing' && found.state !== 'neutral') return found
  if (!(await isEmptyDirectory(files, posix.dirname(path)))) return found
  return compared([{ code: found === neutral ? 'empty-directory' : 'not-there' }])
}

const removeWithDirectory = async (files: Files, path: string): Promise<boolean> => {
  await files.remove(path)
  if (await isEmptyDirectory(files, posix.dirname(path))) await files.removeTree(posix.dirname(path))
  return true
}

const isEmptyDirectory = async (files: Files, path: string): Promise<boolean> =>
  (await files.inspect(path))?.kind === 'directory' && (await files.list(path)).length === 0
