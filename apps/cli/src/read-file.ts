import { readFile as read } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { PilotError } from '@pilot/contract'
import { invalid } from './options/invalid.ts'

/** The text of a file that the command line names; `-` is standard input. */
export const readFile = async (path: string): Promise<string> => {
  try {
    return path === '-' ? await text(process.stdin) : await read(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    if (code === 'ENOENT') throw new PilotError({ code: 'not-found', what: { code: 'file', path } })
    throw invalid('file', { code: 'not-readable' }, `${path} cannot be read: ${causes[code] ?? code}`)
  }
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
}
