import type { Caller } from '@pilot/api/service'
import { PilotError } from '@pilot/contract'
import { writeLine, type AuditParts } from './write-line.ts'
import { redact } from './redact.ts'

interface Act {
  readonly action: string
  readonly input: unknown
  readonly caller: Caller
  /** Whom the audit names, where the caller has not signed in yet. */
  readonly actor?: string
}

/** Does the work, and writes how it ended to audit and journal. */
export const audited = async <T>(agent: AuditParts, act: Act, work: () => T | Promise<T>): Promise<T> => {
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

const writeAct = (agent: AuditParts, { input, ...act }: Act, result: string): void =>
  writeLine(agent, { ...act, input: redact(input), tenant: null, result })
