import { dirname } from 'node:path'
import type { FileFound, Files, Ownership } from '../ports/files.ts'
import type { FileEntry } from './state.ts'
import type { World } from './world.ts'

export const fakeFiles = (world: World): Files => {
  const files = world.state.files
  return {
    inspect: async (path) => toFound(files.get(path)),
    read: async (path) => {
      const entry = files.get(path)
      if (entry === undefined) return undefined
      if (entry.kind === 'directory') throw fault('EISDIR', path)
      if (entry.kind !== 'file') throw fault(entry.kind === 'symlink' ? 'ELOOP' : 'ENXIO', path)
      return entry.text ?? ''
    },
    list: async (path) => {
      const entry = files.get(path)
      if (entry !== undefined && entry.kind !== 'directory') throw fault('ENOTDIR', path)
      return [...files.keys()]
        .filter((child) => child !== path && dirname(child) === path)
        .map((child) => child.slice(path === '/' ? 1 : path.length + 1))
        .sort()
    },
    write: async (path, text, ownership) => {
      const found = files.get(path)
      if (found?.kind === 'file' && found.text === text && agrees(found, ownership)) return
      requireParent(world, path)
      if (found?.kind === 'directory') throw fault('EISDIR', path)
      world.wrote('files', 'write', path, text, ownership)
      files.set(path, { kind: 'file', text, ...ownership })
    },
    makeDirectory: async (path, ownership) => {
      const found = files.get(path)
      if (found?.kind === 'directory' && agrees(found, ownership)) return
      requireParent(world, path)
      if (found !== undefined && found.kind !== 'directory') throw fault('EEXIST', path)
      world.wrote('files', 'makeDirectory', path, ownership)
      files.set(path, { kind: 'directory', ...ownership })
    },
    makeSymlink: async (path, target) => {
      const found = files.get(path)
      if (found?.target === target) return
      requireParent(world, path)
      if (found?.kind === 'directory') throw fault('EISDIR', path)
      world.wrote('files', 'makeSymlink', path, target)
      files.set(path, { kind: 'symlink', mode: 0o777, uid: 0, gid: 0, target })
    },
    remove: async (path) => {
      const found = files.get(path)
      if (found === undefined) return
      if (found.kind === 'directory') throw fault('EISDIR', path)
      world.wrote('files', 'remove', path)
      files.delete(path)
    },
    removeTree: async (path) => {
      if (!files.has(path)) return
      world.wrote('files', 'removeTree', path)
      for (const child of treeOf(world, path)) files.delete(child)
    },
    chownTree: async (path, uid, gid) => {
      if (!files.has(path)) return
      world.wrote('files', 'chownTree', path, uid, gid)
      for (const child of treeOf(world, path)) Object.assign(files.get(child) ?? {}, { uid, gid })
    },
  }
}

const toFound = (entry: FileEntry | undefined): FileFound | undefined => {
  if (entry === undefined) return undefined
  const { kind, mode, uid, gid, target } = entry
  return { kind, mode, uid, gid, ...(target !== undefined && { target }) }
}

const agrees = (found: FileEntry, wanted: Ownership): boolean =>
  found.mode === wanted.mode && found.uid === wanted.uid && found.gid === wanted.gid

const requireParent = (world: World, path: string): void => {
  const parent = world.state.files.get(dirname(path))
  if (parent === undefined) throw fault('ENOENT', path)
  if (parent.kind !== 'directory' && parent.kind !== 'symlink') throw fault('ENOTDIR', path)
}

const treeOf = (world: World, root: string): string[] =>
  [...world.state.files.keys()].filter((path) => path === root || path.startsWith(`${root}/`))

const fault = (code: string, path: string): Error =>
  Object.assign(new Error(`${code}: '${path}'`), { code, path })
