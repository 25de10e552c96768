import { PilotError, type Problem } from '@pilot/contract'

/** The problem of whatever was thrown; what is no PilotError failed in the browser itself. */
export const problemOf = (error: unknown): Problem =>
  error instanceof PilotError
    ? error.problem
    : { code: 'internal', reference: error instanceof Error ? error.message : String(error) }
