import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../build.ts'
import { Supervisor } from './supervisor.ts'

const directory = mkdtempSync(join(tmpdir(), 'preload-'))
await bundle(directory)

/** A program of `test/programs`. */
export const program = (name: string): string[] => [
  process.execPath,
  join(import.meta.dirname, 'programs', name),
]

/** The environment in which Pilot starts an unmodified Node program, with the preload as it is shipped. */
export const preloaded = (idle?: string): NodeJS.ProcessEnv => ({
  NODE_OPTIONS: `--import=${join(directory, 'preload.mjs')}`,
  ...(idle === undefined ? {} : { PILOT_IDLE: idle }),
})

/** Starts a supervisor for an unmodified program. */
export const start = (name: string, idle?: string): Promise<Supervisor> =>
  Supervisor.start(program(name), preloaded(idle))
