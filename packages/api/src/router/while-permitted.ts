import { PilotError, type Problem } from '@pilot/contract'
import type { Context } from './context.ts'

interface Options {
  readonly context: Context
  /** Milliseconds from one look to the next. */
  readonly every: number
  readonly signal: AbortSignal
}

/**
 * The items of a stream until its session ends or its operator gets another role; then it ends with that problem. The
 * stream must heed its signal.
 */
export const whilePermitted = async function* (
  open: (signal: AbortSignal) => AsyncIterable<unknown>,
  { context, every, signal }: Options,
): AsyncGenerator<unknown, void> {
  const end = new AbortController()
  let problem: Problem | undefined
  const timer = setInterval(() => {
    problem = findChange(context)
    if (problem !== undefined) end.abort()
  }, every)
  try {
    yield* open(AbortSignal.any([signal, end.signal]))
  } catch (error) {
    if (problem === undefined) throw error
  } finally {
    clearInterval(timer)
  }
  if (problem !== undefined) throw new PilotError(problem)
}

const findChange = ({ caller, look }: Context): Problem | undefined => {
  const found = look()
  if ('reason' in found) return { code: 'sign-in-required', reason: found.reason }
  if (found.role !== caller.operator?.role)
    return { code: 'not-permitted', action: { code: 'listen' }, need: { code: 'page-anew' } }
  return undefined
}
