import {
  Availability,
  AvailabilityQuery,
  CreateListInput,
  CreateManyInput,
  CreateTenantInput,
  CreateUserInput,
  DeleteTenantInput,
  ListQuery,
  LogLine,
  LogsQuery,
  Nothing,
  OperationEvent,
  PlannedStep,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  TenantInspection,
  TenantRef,
  TenantStatus,
  Wake,
  WakesQuery,
  WatchEvent,
  type TenantState,
} from '@pilot/contract'
import { events, list, operator, stream, value, viewer } from '../declare.ts'

/**
 * Operations report while they run and end with `finished`; they throw only for what stops them before the
 * first step. A failed step is told as an event and ends with exit code 7 or that of its problem.
 */
export const tenantMethods = {
  createTenant: operator.change(CreateTenantInput, stream(OperationEvent)),
  createUser: operator.change(CreateUserInput, stream(OperationEvent)),
  setupDatabase: operator.change(SetupDatabaseInput, stream(OperationEvent)),
  setupSystemd: operator.change(SetupSystemdInput, stream(OperationEvent)),
  setupProxy: operator.change(SetupProxyInput, stream(OperationEvent)),
  createMany: operator.change(CreateManyInput, stream(OperationEvent)),
  createList: operator.change(CreateListInput, stream(OperationEvent)),
  setTenant: operator.change(SetTenantInput, stream(OperationEvent)),
  deleteTenant: operator.change(DeleteTenantInput, stream(OperationEvent)),
  suspend: operator.change(TenantRef, stream(OperationEvent)),
  resume: operator.change(TenantRef, stream(OperationEvent)),
  /** Starts the program now; answers when it is awake. */
  wake: operator.change(TenantRef, value(TenantStatus)),
  /** Stops the program gracefully; answers when it is asleep. */
  sleep: operator.change(TenantRef, value(TenantStatus)),

  planCreate: operator.read(CreateTenantInput, list(PlannedStep)),
  planSet: operator.read(SetTenantInput, list(PlannedStep)),
  planDelete: operator.read(DeleteTenantInput, list(PlannedStep)),
  available: operator.read(AvailabilityQuery, value(Availability)),

  /** A viewer gets `***` for every value of an environment variable, here and wherever a status is told. */
  list: viewer.read(ListQuery, value<TenantList>()),
  show: viewer.read(TenantRef, value(TenantStatus)),
  inspect: viewer.read(TenantRef, value(TenantInspection)),
  wakes: viewer.read(WakesQuery, list(Wake)),
  logs: viewer.read(LogsQuery, stream(LogLine)),
  /** The same as server-sent events, always following. */
  followLogs: viewer.read(LogsQuery, events(LogLine), { sockets: ['bridge'] }),
  /** Every change of any tenant, whoever made it, until aborted. */
  watch: viewer.read(Nothing, events(WatchEvent), { sockets: ['bridge'] }),
}

interface TenantList {
  readonly tenants: readonly TenantStatus[]
  readonly total: number
  readonly counts: Readonly<Record<TenantState, number>>
}
