import type { DatabaseSync } from 'node:sqlite'
import type { Caller } from '@pilot/api/service'
import { TenantName } from '@pilot/contract'
import { z } from 'zod'

/** One change of one tenant that somebody asked for; it is finished when its last step succeeded or failed. */
export interface Operation {
  readonly id: number
  readonly tenant: TenantName
  readonly action: string
  /** As the audit will show it, without secrets. */
  readonly input: unknown
  readonly caller: Caller
}

export interface Operations {
  begin(operation: Omit<Operation, 'id'>, now: Date): Operation
  /** `result` is `done` or a problem's code. */
  finish(id: number, result: string, now: Date): void
  /** Those that a stop or crash of the agent interrupted, and those that run now. */
  unfinished(): readonly Operation[]
}

export const createOperations = (database: DatabaseSync): Operations => {
  const insert = database.prepare(
    'INSERT INTO operations (tenant, action, input, actor, source, address, started_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const finish = database.prepare('UPDATE operations SET finished_at = ?, result = ? WHERE id = ?')
  const unfinished = database.prepare('SELECT * FROM operations WHERE finished_at IS NULL ORDER BY id')
  return {
    begin: (operation, now) => {
      const { tenant, action, input, caller } = operation
      const { lastInsertRowid } = insert.run(
        tenant,
        action,
        JSON.stringify(input),
        caller.actor,
        caller.source,
        caller.address,
        now.toISOString(),
      )
      return { id: Number(lastInsertRowid), ...operation }
    },
    finish: (id, result, now) => {
      finish.run(now.toISOString(), result, id)
    },
    unfinished: () => unfinished.all().map(toOperation),
  }
}

const Row = z.object({
  id: z.int(),
  tenant: TenantName,
  action: z.string(),
  input: z.string(),
  actor: z.string(),
  source: z.enum(['root', 'bridge', 'status']),
  address: z.string().nullable(),
})

const toOperation = (row: Record<string, unknown>): Operation => {
  const { id, tenant, action, input, actor, source, address } = Row.parse(row)
  return {
    id,
    tenant,
    action,
    input: JSON.parse(input) as unknown,
    caller: { actor, source, address, userAgent: null, operator: null },
  }
}
