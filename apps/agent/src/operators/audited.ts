import type { Caller } from '@pilot/api/service'
import { PilotError } from '@pilot/contract'
import type { Agent } from '../agent.ts'
import { redact } from '../store/index.ts'

interface Act {
  readonly action: string
  readonly input: unknown
  readonly caller: Caller
  /** Whom the audit names, where the caller has not signed in yet. */
  readonly actor?: string
}

/** Does the work, and writes how it ended to audit and journal. */
export const audited = async <T>(agent: Agent, act: Act, work: () => T | Promise<T>): Promise<T> => {
  try {
    const answer = await work()
    writeAct(agent, act, 'done')
    return answer
  } catch (error) {
    if (!(error instanceof Untold)) writeAct(agent, act, codeOf(error))
    throw error instanceof Untold ? error.cause : error
  }
}

/** Around an error that the audit need not tell once more. */
export class Untold extends Error {
  override readonly cause: PilotError
  constructor(cause: PilotError) {
    super(cause.message)
    this.cause = cause
  }
}

const codeOf = (error: unknown): string => (error instanceof PilotError ? error.problem.code : 'internal')

const writeAct = (
  { store, log, now }: Agent,
  { action, input, caller, actor = caller.actor }: Act,
  result: string,
): void => {
  const line = { source: caller.source, actor, address: caller.address, action, tenant: null, result }
  store.audit.append({ time: now().toISOString(), ...line, input: redact(input) })
  log.info(line, 'administrative action')
}
