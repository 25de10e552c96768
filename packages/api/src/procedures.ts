import {
  AcceptLinkInput,
  AddTokenInput,
  AuditQuery,
  AvailabilityQuery,
  ChangePasswordInput,
  CheckInput,
  CompareInput,
  ComparisonRef,
  ComparisonReport,
  ConfirmSecondFactorInput,
  CreateListInput,
  CreateManyInput,
  CreateTenantInput,
  CreateUserInput,
  CredentialRef,
  DeleteTenantInput,
  HostSamplesQuery,
  LinkRef,
  ListQuery,
  LogsQuery,
  Nothing,
  OperatorInput,
  OperatorRef,
  RemoveSecondFactorInput,
  ReportForeignInput,
  SessionsQuery,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  SignInInput,
  TenantRef,
  TenantSamplesQuery,
  UnitsInput,
  WakesQuery,
  WakeTimesQuery,
  type Role,
} from '@pilot/contract'
import type { Caller, PilotService } from './service.ts'

/** How a method of the service crosses the socket. */
export interface Procedure {
  readonly input: { parse(value: unknown): unknown }
  /** `change` alters something and is audited; `read` does not. */
  readonly effect: 'change' | 'read'
  /** `value` answers at once, `stream` item by item as JSON lines, `events` as server-sent events until it is left. */
  readonly answer: 'value' | 'stream' | 'events'
  /** The sockets that may call it. One that is not named here may not. */
  readonly sockets: readonly Caller['source'][]
  /** On the bridge, the least role; `anyone` needs no session. */
  readonly role: Role | 'anyone'
  /** On the bridge, only with a browser's session: an API token may not extend itself, nor manage operators. */
  readonly sessionOnly?: true
}

/**
 * Every method of the service, what it takes and who may call it: the whole authority of a socket, and of a role on
 * the bridge, is written here.
 */
export const procedures = {
  createTenant: {
    input: CreateTenantInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  createUser: {
    input: CreateUserInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  setupDatabase: {
    input: SetupDatabaseInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  setupSystemd: {
    input: SetupSystemdInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  setupProxy: {
    input: SetupProxyInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  createMany: {
    input: CreateManyInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  createList: {
    input: CreateListInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  setTenant: {
    input: SetTenantInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  deleteTenant: {
    input: DeleteTenantInput,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  suspend: {
    input: TenantRef,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  resume: {
    input: TenantRef,
    effect: 'change',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  wake: {
    input: TenantRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  sleep: {
    input: TenantRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  planCreate: {
    input: CreateTenantInput,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  planSet: {
    input: SetTenantInput,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  planDelete: {
    input: DeleteTenantInput,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  available: {
    input: AvailabilityQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  list: { input: ListQuery, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  show: { input: TenantRef, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  inspect: { input: TenantRef, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  wakes: { input: WakesQuery, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  logs: { input: LogsQuery, effect: 'read', answer: 'stream', sockets: ['root', 'bridge'], role: 'viewer' },
  followLogs: { input: LogsQuery, effect: 'read', answer: 'events', sockets: ['bridge'], role: 'viewer' },
  watch: { input: Nothing, effect: 'read', answer: 'events', sockets: ['bridge'], role: 'viewer' },
  overview: { input: Nothing, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  audit: { input: AuditQuery, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  check: {
    input: CheckInput,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'status', 'bridge'],
    role: 'viewer',
  },
  units: {
    input: UnitsInput,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'status', 'bridge'],
    role: 'viewer',
  },
  hostSamples: {
    input: HostSamplesQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  tenantSamples: {
    input: TenantSamplesQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  wakeTimes: {
    input: WakeTimesQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  metrics: { input: Nothing, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'viewer' },
  startComparison: {
    input: CompareInput,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  cancelComparison: {
    input: ComparisonRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  cleanComparisons: {
    input: Nothing,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  removeComparison: {
    input: ComparisonRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'operator',
  },
  comparisons: {
    input: Nothing,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  comparison: {
    input: ComparisonRef,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  followComparison: {
    input: ComparisonRef,
    effect: 'read',
    answer: 'stream',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  // For pilot-compare.service, which is root as the agent is. No administrative actions, so not `change`: what is
  // audited is the start of the comparison, and each tenant that it makes.
  comparisonWork: { input: Nothing, effect: 'read', answer: 'value', sockets: ['root'], role: 'admin' },
  reportComparison: {
    input: ComparisonReport,
    effect: 'read',
    answer: 'value',
    sockets: ['root'],
    role: 'admin',
  },
  describeLink: { input: LinkRef, effect: 'read', answer: 'value', sockets: ['bridge'], role: 'anyone' },
  acceptLink: {
    input: AcceptLinkInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'anyone',
  },
  signIn: { input: SignInInput, effect: 'change', answer: 'value', sockets: ['bridge'], role: 'anyone' },
  reportForeign: {
    input: ReportForeignInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'anyone',
  },
  signOut: {
    input: Nothing,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  me: { input: Nothing, effect: 'read', answer: 'value', sockets: ['bridge'], role: 'viewer' },
  changePassword: {
    input: ChangePasswordInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  startSecondFactor: {
    input: Nothing,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  confirmSecondFactor: {
    input: ConfirmSecondFactorInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  removeSecondFactor: {
    input: RemoveSecondFactorInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  operators: { input: Nothing, effect: 'read', answer: 'value', sockets: ['root', 'bridge'], role: 'admin' },
  addOperator: {
    input: OperatorInput,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'admin',
    sessionOnly: true,
  },
  resetOperator: {
    input: OperatorRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'admin',
    sessionOnly: true,
  },
  setOperatorRole: {
    input: OperatorInput,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'admin',
    sessionOnly: true,
  },
  removeOperator: {
    input: OperatorRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'admin',
    sessionOnly: true,
  },
  sessions: {
    input: SessionsQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  revokeSession: {
    input: CredentialRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  tokens: {
    input: SessionsQuery,
    effect: 'read',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
  },
  addToken: {
    input: AddTokenInput,
    effect: 'change',
    answer: 'value',
    sockets: ['bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
  revokeToken: {
    input: CredentialRef,
    effect: 'change',
    answer: 'value',
    sockets: ['root', 'bridge'],
    role: 'viewer',
    sessionOnly: true,
  },
} as const satisfies Record<keyof PilotService, Procedure>

/** True for a stream that tells what is seen until it is left; an operation's stream ends with its operation. */
export const lasts = ({ effect, answer }: Procedure): boolean => effect === 'read' && answer !== 'value'

export type ProcedureName = keyof typeof procedures

/** The names in the order of the table. */
export const procedureNames = Object.keys(procedures) as readonly ProcedureName[]

/** The header in which a caller on the root socket tells whom it acts for. Only the audit reads it. */
export const actorHeader = 'x-pilot-actor'

/** The header in which the bridge passes on where the browser is. Only audit and rate limits read it. */
export const addressHeader = 'x-pilot-address'
