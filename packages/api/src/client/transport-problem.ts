import { PilotError } from '@pilot/contract'
import { toldInError } from '../answer-body.ts'
import { causes, isAbort } from './causes.ts'
import { knownProblem } from './known-problem.ts'

/** The error of a call as our own: what the agent told, or what its socket did instead of answering. */
export const toPilotError = (error: unknown, socketPath: string): unknown => {
  if (error instanceof PilotError || isAbort(error)) return error
  const told = knownProblem(toldInError(error))
  if (told !== undefined) return new PilotError(told, { cause: error })
  const fault = findSystemError(error)
  if (fault?.code === 'EACCES' || fault?.code === 'EPERM')
    return new PilotError(
      { code: 'not-permitted', action: { code: 'open', path: socketPath }, need: { code: 'root' } },
      { cause: error },
    )
  const detail = `${socketPath}: ${fault?.message ?? messageOf(error)}`
  return new PilotError({ code: 'service-down', service: 'pilot-agent', detail }, { cause: error })
}

// tRPC wraps the socket's own error: TRPCClientError > ECONNREFUSED.
const findSystemError = (error: unknown): NodeJS.ErrnoException | undefined =>
  causes(error).find((cause) => 'code' in cause && typeof cause.code === 'string')

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
