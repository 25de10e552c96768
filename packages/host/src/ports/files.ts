/** Absolute paths only. Never follows a symlink at the last component. */
export interface Files {
  inspect(path: string): Promise<FileFound | undefined>
  read(path: string): Promise<string | undefined>
  /** Names in a directory, sorted; none where there is no directory. */
  list(path: string): Promise<readonly string[]>
  /** Whole and atomic: temp beside it, sync, owner, mode, rename. Does nothing where bytes and owner agree. */
  write(path: string, text: string, ownership: Ownership): Promise<void>
  /** Makes the directory (its parent must exist) or corrects its owner and mode. Does nothing where they agree. */
  makeDirectory(path: string, ownership: Ownership): Promise<void>
  /** Makes or replaces the symlink, atomically. Does nothing where it points there. */
  makeSymlink(path: string, target: string): Promise<void>
  /** Removes a file, symlink or socket. */
  remove(path: string): Promise<void>
  /** Removes a directory with all in it, without following symlinks. */
  removeTree(path: string): Promise<void>
  /** Gives this and everything below to this owner (lchown), without following symlinks. */
  chownTree(path: string, uid: number, gid: number): Promise<void>
}

export interface FileFound {
  readonly kind: FileKind
  /** Permission bits including setuid, setgid and sticky, such as 0o2750. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Of a symlink, where it points, as written. */
  readonly target?: string
}

export type FileKind = 'file' | 'directory' | 'symlink' | 'socket' | 'other'

export interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}
