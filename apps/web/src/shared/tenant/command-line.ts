import type { Shell } from '@pilot/contract'
import { join, split } from 'shlex'

/** Quotes and backslashes count, nothing is expanded. */
export const shell: Shell = { split, join: (words) => join([...words]) }

/** A command line cut into its words; null where a quote is open. */
export const splitCommand = (line: string): readonly string[] | null => {
  try {
    return shell.split(line)
  } catch {
    return null
  }
}
