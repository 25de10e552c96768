import { randomUUID } from 'node:crypto'
import { PilotError, type Problem } from '@pilot/contract'
import type { Agent } from './agent.ts'

/** What is told of an error. Of one that nobody foresaw the journal alone has the story, under the reference. */
export const problemOf = (log: Agent['log'], error: unknown): Problem => {
  if (error instanceof PilotError) return error.problem
  const reference = randomUUID().slice(0, 8)
  log.error({ err: error, reference }, 'an unforeseen error')
  return { code: 'internal', reference }
}
