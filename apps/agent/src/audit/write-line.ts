import type { Caller } from '@pilot/api/service'
import type { Agent } from '../agent.ts'

/** What the audit needs of the agent. */
export type AuditParts = Pick<Agent, 'store' | 'log' | 'now'>

interface AuditLine {
  readonly caller: Caller
  /** Whom the audit names, where the caller has not signed in yet. */
  readonly actor?: string
  readonly action: string
  readonly tenant: string | null
  /** Without secrets (`redact`). */
  readonly input: unknown
  readonly result: string
}

/** One line for the audit, with the input, and one for the journal, without it. */
export const writeLine = (
  { store, log, now }: AuditParts,
  { caller, actor = caller.actor, action, tenant, input, result }: AuditLine,
  level: 'done' | 'refused' = 'done',
): void => {
  const { source, address } = caller
  const line = { source, actor, address, action, tenant, result }
  store.audit.append({ time: now().toISOString(), ...line, input })
  if (level === 'done') log.info(line, 'administrative action')
  else log.warn(line, 'administrative action refused')
}
