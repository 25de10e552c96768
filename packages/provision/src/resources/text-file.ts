import type { Drift } from '@pilot/contract'
import type { FileFound, Files, Ownership } from '@pilot/host/ports'
import { fileMark } from '@pilot/render'
import { ownershipDrift } from './ownership.ts'
import { atPath, compared, foreign, missing, neutral } from './resource.ts'
import type { Resource, ResourceState } from './resource.ts'

/** A file of Pilot's, whole: ours by the mark in its text, unless `isOurs` knows better. */
export const textFile = (files: Files, wished: TextFile): Resource => ({
  subject: atPath(wished.path),
  inspect: () => inspectTextFile(files, wished),
  apply: () => files.write(wished.path, wished.text, wished.ownership),
  remove: () => removeFile(files, wished.path),
})

/** A file of Pilot's that is no longer wished; a stranger's of that name is left. */
export const noTextFile = (files: Files, path: string): Resource => ({
  subject: atPath(path),
  inspect: async () => {
    const found = await files.inspect(path)
    if (found === undefined) return neutral
    return isMarked((await files.read(path)) ?? '') ? compared([{ code: 'not-wished' }]) : neutral
  },
  apply: () => files.remove(path),
  remove: () => removeFile(files, path),
})

interface TextFile {
  readonly path: string
  readonly text: string
  readonly ownership: Ownership
  readonly isOurs?: (text: string) => boolean
}

const inspectTextFile = async (files: Files, wished: TextFile): Promise<ResourceState> => {
  const found = await files.inspect(wished.path)
  if (found === undefined) return missing
  if (found.kind !== 'file') return foreign('file', wished.path)
  const text = (await files.read(wished.path)) ?? ''
  if (!(wished.isOurs ?? isMarked)(text)) return foreign('file', wished.path)
  return compared(fileDrift(found, text, wished))
}

/** Of a file that is ours. */
export const fileDrift = (
  found: FileFound,
  text: string | undefined,
  wished: Pick<TextFile, 'text' | 'ownership'>,
): readonly Drift[] => {
  const drift = ownershipDrift(found, wished.ownership)
  return text === wished.text ? drift : [{ code: 'text' }, ...drift]
}

const removeFile = async (files: Files, path: string): Promise<boolean> => {
  await files.remove(path)
  return true
}

/** True for a text that bears Pilot's mark. */
export const isMarked = (text: string): boolean => text.includes(fileMark)
