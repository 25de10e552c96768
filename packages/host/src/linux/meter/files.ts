import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** The text of a file of proc(5) or a cgroup; undefined where it is not there, or has gone while it was read. */
export const readIfThere = (path: string): string | undefined => {
  // An error costs ten times as much as to ask.
  if (!existsSync(path)) return undefined
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    if (isGone(error)) return undefined
    throw error
  }
}

/** Names in a folder; none where there is none. */
export const listIfThere = (path: string): readonly string[] => {
  try {
    return readdirSync(path)
  } catch (error) {
    if (isGone(error)) return []
    throw error
  }
}

/** ENODEV: a file of a cgroup that was removed after it was opened. */
const isGone = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'ESRCH', 'ENODEV'].includes((error as NodeJS.ErrnoException).code ?? '')
