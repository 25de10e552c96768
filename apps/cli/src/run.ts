import { CommanderError } from 'commander'
import { usageError } from './usage-error.ts'
import { buildProgram } from './program.ts'
import { reportError } from './report-error.ts'
import type { Pilot } from './pilot.ts'

/** `pilot complete -- WORDS`, as the scripts of `pilot completion` ask. */
const completionRequest = 'complete'

/** 128 + SIGINT, as a shell tells that a program was interrupted (bash(1), EXIT STATUS). */
const interrupted = 130

/** Runs one command line (without node and script) and returns its exit code. Every error ends here. */
export const run = async (args: readonly string[], pilot: Pilot): Promise<number> => {
  try {
    const program = await buildProgram(args, pilot)
    if (args.length === 0) program.outputHelp()
    else if (args[0] === completionRequest) {
      const { complete } = await import('./complete.ts')
      await complete(args.slice(2), program, pilot)
    } else await program.parseAsync(args, { from: 'user' })
    return pilot.signal.aborted ? interrupted : 0
  } catch (error) {
    if (pilot.signal.aborted) return interrupted
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    return reportError(error instanceof CommanderError ? usageError(error, args) : error, {
      pilot,
      json: wantsJson(args),
    })
  } finally {
    await pilot.close()
  }
}

// The options may be what is wrong, so this looks at the plain words.
const wantsJson = (args: readonly string[]): boolean => {
  const end = args.indexOf('--')
  return (end === -1 ? args : args.slice(0, end)).includes('--json')
}
