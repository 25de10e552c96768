import { Problem } from '@pilot/contract'
import { TRPCClientError } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'

/** The problem that the agent told with this error; undefined where it told none. */
export const readProblem = (error: unknown): Problem | undefined => {
  if (!(error instanceof TRPCClientError)) return undefined
  const data = (error as TRPCClientError<AnyRouter>).data as { problem?: unknown } | undefined
  return Problem.safeParse(data?.problem).data
}

export const isAbort = (error: unknown): boolean =>
  causes(error).some((cause) => cause.name === 'AbortError' || cause.name === 'TimeoutError')

/** The error and what it was caused by, outermost first. */
export const causes = (error: unknown): Error[] =>
  error instanceof Error ? [error, ...causes(error.cause)] : []
