import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, readlink, rename, symlink, unlink } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import pLimit, { type LimitFunction } from 'p-limit'
import type { FileFound, FileKind, Files, Ownership } from '../ports/files.ts'
import { run } from './run.ts'

/** Files as root, also next to tenants who try to lead it elsewhere with symlinks. */
export const linuxFiles = (): Files => {
  const serialised = createQueueByKey()
  return {
    inspect,
    read,
    list,
    write: (path, text, ownership) => serialised(path, () => write(absolute(path), text, ownership)),
    makeDirectory: (path, ownership) => serialised(path, () => makeDirectory(absolute(path), ownership)),
    makeSymlink: (path, target) => serialised(path, () => makeSymlink(absolute(path), target)),
    remove: (path) =>
      serialised(path, async () => {
        await unlinkIfThere(temporaryFor(path))
        await unlinkIfThere(absolute(path))
      }),
    // Both walk by directory file descriptors and check what they enter (fts(3)), so that a tenant who swaps a
    // directory for a symlink meanwhile wins nothing. Node's own fs.rm goes by path names.
    removeTree: async (path) => {
      await run('rm', ['-rf', '--one-file-system', '--', absolute(path)], { timeout: treeLimit })
    },
    chownTree: async (path, uid, gid) => {
      if ((await inspect(path)) === undefined) return
      await run('chown', ['-RhP', '--', `${uid}:${gid}`, absolute(path)], { timeout: treeLimit })
    },
  }
}

/** Milliseconds; a tenant may keep millions of files. */
const treeLimit = 30 * 60_000

const inspect = async (path: string): Promise<FileFound | undefined> => {
  try {
    const found = await lstat(absolute(path))
    const kind: FileKind = kinds[found.mode & constants.S_IFMT] ?? 'other'
    const target = kind === 'symlink' ? { target: await readlink(path) } : {}
    return { kind, mode: found.mode & 0o7777, uid: found.uid, gid: found.gid, ...target }
  } catch (error) {
    throwUnlessAbsent(error)
    return undefined
  }
}

const kinds: Readonly<Record<number, FileKind>> = {
  [constants.S_IFREG]: 'file',
  [constants.S_IFDIR]: 'directory',
  [constants.S_IFLNK]: 'symlink',
  [constants.S_IFSOCK]: 'socket',
}

const read = async (path: string): Promise<string | undefined> => {
  try {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    await using file = await open(
      absolute(path),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    )
    return await file.readFile('utf8')
  } catch (error) {
    throwUnlessAbsent(error)
    return undefined
  }
}

const list = async (path: string): Promise<readonly string[]> => {
  try {
    await using directory = await open(absolute(path), directoryFlags)
    return (await readdir(`/proc/self/fd/${directory.fd}`)).sort()
  } catch (error) {
    throwUnlessAbsent(error)
    return []
  }
}

const directoryFlags = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW

const write = async (path: string, text: string, ownership: Ownership): Promise<void> => {
  const found = await inspect(path)
  if (found?.kind === 'file' && agrees(found, ownership) && (await read(path)) === text) return
  await replace(path, async (temporary) => {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
    await using file = await open(temporary, flags, 0o600)
    await file.writeFile(text)
    await own(file, ownership)
    await file.sync()
  })
}

const makeSymlink = async (path: string, target: string): Promise<void> => {
  if ((await inspect(path))?.target === target) return
  await replace(path, (temporary) => symlink(target, temporary))
}

/** Makes something beside `path` and renames it there. */
const replace = async (path: string, make: (temporary: string) => Promise<void>): Promise<void> => {
  const temporary = temporaryFor(path)
  await unlinkIfThere(temporary)
  try {
    await make(temporary)
    await rename(temporary, path)
  } catch (error) {
    await unlinkIfThere(temporary)
    throw error
  }
}

/** One fixed name for each path, so that what a crash leaves goes with the next write. At most 255 bytes long. */
const temporaryFor = (path: string): string =>
  join(dirname(path), `.pilot-${createHash('sha256').update(basename(path)).digest('hex').slice(0, 16)}`)

const makeDirectory = async (path: string, ownership: Ownership): Promise<void> => {
  try {
    await mkdir(path, 0o700)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await using directory = await open(path, directoryFlags)
  await own(directory, ownership)
}

/** Owner before mode: chown(2) takes setuid and setgid away. */
const own = async (handle: FileHandle, ownership: Ownership): Promise<void> => {
  const { uid, gid, mode } = await handle.stat()
  if (agrees({ uid, gid, mode: mode & 0o7777 }, ownership)) return
  await handle.chown(ownership.uid, ownership.gid)
  await handle.chmod(ownership.mode)
}

const agrees = (found: Ownership, wanted: Ownership): boolean =>
  found.mode === wanted.mode && found.uid === wanted.uid && found.gid === wanted.gid

const unlinkIfThere = async (path: string): Promise<void> => {
  try {
    await unlink(path)
  } catch (error) {
    throwUnlessAbsent(error)
  }
}

const throwUnlessAbsent = (error: unknown): void => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}

const absolute = (path: string): string => {
  if (!isAbsolute(path)) throw new Error(`not an absolute path: ${path}`)
  return path
}

/** One task at a time for each key, in the order in which they came. */
const createQueueByKey = (): (<T>(key: string, task: () => Promise<T>) => Promise<T>) => {
  const queues = new Map<string, { readonly inTurn: LimitFunction; waiting: number }>()
  return async (key, task) => {
    const queue = queues.get(key) ?? { inTurn: pLimit(1), waiting: 0 }
    queues.set(key, queue)
    queue.waiting += 1
    try {
      return await queue.inTurn(task)
    } finally {
      queue.waiting -= 1
      if (queue.waiting === 0) queues.delete(key)
    }
  }
}
