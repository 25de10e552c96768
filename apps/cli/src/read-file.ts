import { readFile as read } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { invalid } from './options/value.ts'

/** The text of a file that the command line names; `-` is standard input. */
export const readFile = async (path: string): Promise<string> => {
  try {
    return path === '-' ? await text(process.stdin) : await read(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    throw invalid('file', `${path} cannot be read (${code})`)
  }
}
