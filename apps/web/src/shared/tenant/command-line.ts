import { join, split } from 'shlex'

/** A command line cut into its words: quotes and backslashes count, nothing is expanded. null where a quote is open. */
export const splitCommand = (line: string): string[] | null => {
  try {
    return split(line)
  } catch {
    return null
  }
}

/** The line that `splitCommand` cuts into these words. */
export const joinCommand = (words: readonly string[]): string => join([...words])
