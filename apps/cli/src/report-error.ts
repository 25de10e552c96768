import { outcomes, PilotError, visible } from '@pilot/contract'
import { DocumentedProblem } from './documented-problem.ts'
import { printLine } from './output/output.ts'
import type { Pilot } from './pilot.ts'
import { flagOf } from './settings/flag-of.ts'

/**
 * Tells an error once: one sentence on stderr, with `--json` also the problem as a document on stdout.
 * Returns the exit code that belongs to it.
 */
export const reportError = (error: unknown, { pilot, json }: { pilot: Pilot; json: boolean }): number => {
  if (!(error instanceof PilotError)) {
    // Not a problem that we know: a fault in this program, whose stack is the only trace.
    printLine(
      pilot.stderr,
      `pilot: this should not have happened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return outcomes.internal.exit
  }
  const { problem, message } = inFlags(error)
  const document = error instanceof DocumentedProblem ? error.document : {}
  if (json) printLine(pilot.stdout, JSON.stringify({ ...document, problem, message }))
  printLine(pilot.stderr, `pilot: ${visible(message, '\n')}`)
  return outcomes[problem.code].exit
}

/** What the agent refuses it names by the field of its input; here that is a flag. */
const inFlags = (error: PilotError): PilotError => {
  const { problem } = error
  if (problem.code !== 'invalid-input') return error
  const field = flagOf(problem.field)
  return field === problem.field ? error : new PilotError({ ...problem, field })
}
