import {
  AuditQuery,
  CheckInput,
  CreateManyInput,
  CreateTenantInput,
  CreateUserInput,
  DeleteTenantInput,
  ListQuery,
  LogsQuery,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  TenantRef,
  UnitsInput,
} from '@pilot/contract'
import type { Caller, PilotService } from './service.ts'

/** How a method of the service crosses the socket. */
export interface Procedure {
  readonly input: { parse(value: unknown): unknown }
  /** `change` alters the machine and is audited; `read` does not. */
  readonly effect: 'change' | 'read'
  /** `stream` answers item by item, `value` at once. */
  readonly answer: 'stream' | 'value'
  /** The sockets that may call it. One that is not named here may not. */
  readonly sockets: readonly Caller['source'][]
}

/**
 * Every method of the service, what it takes and who may call it: the whole authority of a socket is written
 * here. The bridge may do nothing until the agent can check an operator's session.
 */
export const procedures = {
  createTenant: { input: CreateTenantInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  createUser: { input: CreateUserInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  setupDatabase: { input: SetupDatabaseInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  setupSystemd: { input: SetupSystemdInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  setupProxy: { input: SetupProxyInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  createMany: { input: CreateManyInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  setTenant: { input: SetTenantInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  deleteTenant: { input: DeleteTenantInput, effect: 'change', answer: 'stream', sockets: ['root'] },
  suspend: { input: TenantRef, effect: 'change', answer: 'stream', sockets: ['root'] },
  resume: { input: TenantRef, effect: 'change', answer: 'stream', sockets: ['root'] },
  wake: { input: TenantRef, effect: 'change', answer: 'value', sockets: ['root'] },
  sleep: { input: TenantRef, effect: 'change', answer: 'value', sockets: ['root'] },
  planCreate: { input: CreateTenantInput, effect: 'read', answer: 'value', sockets: ['root'] },
  planSet: { input: SetTenantInput, effect: 'read', answer: 'value', sockets: ['root'] },
  planDelete: { input: DeleteTenantInput, effect: 'read', answer: 'value', sockets: ['root'] },
  list: { input: ListQuery, effect: 'read', answer: 'value', sockets: ['root'] },
  show: { input: TenantRef, effect: 'read', answer: 'value', sockets: ['root'] },
  logs: { input: LogsQuery, effect: 'read', answer: 'stream', sockets: ['root'] },
  audit: { input: AuditQuery, effect: 'read', answer: 'value', sockets: ['root'] },
  check: { input: CheckInput, effect: 'read', answer: 'value', sockets: ['root', 'status'] },
  units: { input: UnitsInput, effect: 'read', answer: 'value', sockets: ['root', 'status'] },
} as const satisfies Record<keyof PilotService, Procedure>

export type ProcedureName = keyof typeof procedures

/** The names in the order of the table. */
export const procedureNames = Object.keys(procedures) as readonly ProcedureName[]

/** The header in which a caller on the root socket tells whom it acts for. Only the audit reads it. */
export const actorHeader = 'x-pilot-actor'
