import { PilotError, Problem } from '@pilot/contract'
import { TRPCClientError } from '@trpc/client'
import type { AnyRouter } from '@trpc/server'

/** The error of a call as our own: what the agent told, or what its socket did instead of answering. */
export const toPilotError = (error: unknown, socketPath: string): unknown => {
  if (error instanceof PilotError || isAbort(error)) return error
  const told = readProblem(error)
  if (told !== undefined) return new PilotError(told, { cause: error })
  const fault = findSystemError(error)
  if (fault?.code === 'EACCES' || fault?.code === 'EPERM')
    return new PilotError(
      { code: 'not-permitted', action: `opening ${socketPath}`, need: 'it needs root; run it with sudo' },
      { cause: error },
    )
  const detail = `${socketPath}: ${fault?.message ?? messageOf(error)}`
  return new PilotError({ code: 'service-down', service: 'pilot-agent', detail }, { cause: error })
}

const readProblem = (error: unknown): Problem | undefined => {
  if (!(error instanceof TRPCClientError)) return undefined
  const data = (error as TRPCClientError<AnyRouter>).data as { problem?: unknown } | undefined
  return Problem.safeParse(data?.problem).data
}

const isAbort = (error: unknown): boolean =>
  causes(error).some((cause) => cause.name === 'AbortError' || cause.name === 'TimeoutError')

const findSystemError = (error: unknown): NodeJS.ErrnoException | undefined =>
  causes(error).find((cause) => 'code' in cause && typeof cause.code === 'string')

// undici wraps the socket's own error twice: TRPCClientError > TypeError "fetch failed" > ECONNREFUSED.
const causes = (error: unknown): Error[] => (error instanceof Error ? [error, ...causes(error.cause)] : [])

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
