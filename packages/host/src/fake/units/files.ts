import { basename } from 'node:path'
import type { FileEntry } from '../state.ts'

export interface UnitOnDisk {
  readonly fragmentPath: string
  readonly dropInPaths: readonly string[]
  /** Fragment and drop-ins one after the other, with %i, %n and %u replaced. */
  readonly text: string
  readonly masked: boolean
}

/** Finds a unit as systemd.unit(5) says: the first directory wins, drop-ins add up sorted by file name. */
export const readUnit = (
  files: ReadonlyMap<string, FileEntry>,
  directories: readonly string[],
  unit: string,
): UnitOnDisk => {
  const names = [unit, templateOf(unit)].filter((name) => name !== undefined)
  const fragmentPath =
    names
      .flatMap((name) => directories.map((directory) => `${directory}/${name}`))
      .find((path) => files.has(path)) ?? ''
  const dropInPaths = [...files.keys()]
    .filter((path) => path.endsWith('.conf'))
    .filter((path) =>
      names.some((name) => directories.some((directory) => isChild(path, `${directory}/${name}.d`))),
    )
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
  const masked = files.get(fragmentPath)?.target === '/dev/null'
  const text = [fragmentPath, ...dropInPaths].map((path) => files.get(path)?.text ?? '').join('\n')
  return { fragmentPath, dropInPaths, text: fillIn(text, unit), masked }
}

/** The last value of a setting; an empty one takes it back. */
export const valueIn = (text: string, key: string): string | undefined => {
  let value: string | undefined
  for (const line of text.split('\n'))
    if (line.startsWith(`${key}=`)) value = line.slice(key.length + 1).trim()
  return value === '' ? undefined : value
}

/** The service that a socket unit starts (systemd.socket(5), Service=). */
export const serviceOf = (socket: string, text: string): string =>
  valueIn(text, 'Service') ?? socket.replace(/\.socket$/, '.service')

const templateOf = (unit: string): string | undefined => {
  const parts = /^([^@]+@)[^.]+(\.[a-z]+)$/.exec(unit)
  return parts ? `${parts[1]}${parts[2]}` : undefined
}

const isChild = (path: string, directory: string): boolean =>
  path.startsWith(`${directory}/`) && !path.slice(directory.length + 1).includes('/')

const fillIn = (text: string, unit: string): string => {
  const instance = /@(.+)\.[a-z]+$/.exec(unit)?.[1] ?? ''
  return text.replaceAll('%i', instance).replaceAll('%n', unit)
}
