import type {
  AuditEntry,
  Finding,
  LogLine,
  OperationEvent,
  PlannedStep,
  TenantState,
  TenantStatus,
  UnitReport,
} from '@pilot/contract'
import type {
  AuditQuery,
  CheckInput,
  CreateManyInput,
  CreateTenantInput,
  DeleteTenantInput,
  ListQuery,
  LogsQuery,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  CreateUserInput,
  TenantRef,
} from '@pilot/contract'

/**
 * Everything the agent can do, as one interface. The router maps it to tRPC and the client maps it back; the
 * agent implements it. Inputs are parsed when they arrive here. Each method throws `PilotError`.
 *
 * Operations report while they run and end with `finished`; they throw only for what stops them before the
 * first step. A failed step is told as an event and ends with exit code 7 or that of its problem.
 */
export interface PilotService {
  createTenant(input: CreateTenantInput, caller: Caller): AsyncIterable<OperationEvent>
  createUser(input: CreateUserInput, caller: Caller): AsyncIterable<OperationEvent>
  setupDatabase(input: SetupDatabaseInput, caller: Caller): AsyncIterable<OperationEvent>
  setupSystemd(input: SetupSystemdInput, caller: Caller): AsyncIterable<OperationEvent>
  setupProxy(input: SetupProxyInput, caller: Caller): AsyncIterable<OperationEvent>
  createMany(input: CreateManyInput, caller: Caller): AsyncIterable<OperationEvent>
  setTenant(input: SetTenantInput, caller: Caller): AsyncIterable<OperationEvent>
  deleteTenant(input: DeleteTenantInput, caller: Caller): AsyncIterable<OperationEvent>
  suspend(input: TenantRef, caller: Caller): AsyncIterable<OperationEvent>
  resume(input: TenantRef, caller: Caller): AsyncIterable<OperationEvent>
  /** Starts the program now; answers when it is awake. */
  wake(input: TenantRef, caller: Caller): Promise<TenantStatus>
  /** Stops the program gracefully; answers when it is asleep. */
  sleep(input: TenantRef, caller: Caller): Promise<TenantStatus>

  planCreate(input: CreateTenantInput): Promise<readonly PlannedStep[]>
  planSet(input: SetTenantInput): Promise<readonly PlannedStep[]>
  planDelete(input: DeleteTenantInput): Promise<readonly PlannedStep[]>

  list(query: ListQuery): Promise<{
    tenants: readonly TenantStatus[]
    total: number
    counts: Readonly<Record<TenantState, number>>
  }>
  show(input: TenantRef): Promise<TenantStatus>
  logs(query: LogsQuery, signal: AbortSignal): AsyncIterable<LogLine>
  audit(query: AuditQuery): Promise<readonly AuditEntry[]>
  /** The prerequisites, one by one. */
  check(input: CheckInput): Promise<readonly Finding[]>
  /** The state of any units and of the accounts that they run as. */
  units(input: { units: readonly string[] }): Promise<readonly UnitReport[]>
}

/** Who calls, for the audit. `source` is the socket: it alone decides what is permitted. */
export interface Caller {
  readonly source: 'root' | 'bridge' | 'status'
  readonly actor: string
}
