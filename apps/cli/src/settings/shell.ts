import { type Shell } from '@pilot/contract'
import { join, split } from 'shlex'

/** Quotes and backslashes only; nothing is expanded and no shell runs it. */
export const shell: Shell = { split, join: (words) => join([...words]) }
