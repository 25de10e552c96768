import type {
  AcceptLinkInput,
  AddTokenInput,
  ApiToken,
  AuditEntry,
  AuditQuery,
  Availability,
  AvailabilityQuery,
  ChangePasswordInput,
  CheckInput,
  CompareInput,
  Comparison,
  ComparisonEvent,
  ComparisonRef,
  ComparisonReport,
  ComparisonSummary,
  ComparisonWork,
  ConfirmSecondFactorInput,
  CreateListInput,
  CreateManyInput,
  CreateTenantInput,
  CreateUserInput,
  CredentialRef,
  DeleteTenantInput,
  Finding,
  HostSamples,
  HostSamplesQuery,
  LinkRef,
  ListQuery,
  LogLine,
  LogsQuery,
  Me,
  Nothing,
  OneTimeLink,
  Operator,
  OperationEvent,
  OperatorInput,
  OperatorRef,
  Overview,
  PlannedStep,
  RemoveSecondFactorInput,
  ReportForeignInput,
  Role,
  Session,
  SessionsQuery,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  SignedIn,
  SignInInput,
  TenantInspection,
  TenantRef,
  TenantSamples,
  TenantSamplesQuery,
  TenantState,
  TenantStatus,
  UnitReport,
  Wake,
  WakesQuery,
  WakeTimes,
  WakeTimesQuery,
  WatchEvent,
} from '@pilot/contract'

/**
 * Everything the agent can do, as one interface. The router maps it to tRPC and the client maps it back; the
 * agent implements it. Inputs are parsed and callers are authorised when they arrive here. Each method throws
 * `PilotError`.
 *
 * Operations report while they run and end with `finished`; they throw only for what stops them before the
 * first step. A failed step is told as an event and ends with exit code 7 or that of its problem.
 */
export interface PilotService
  extends TenantService, HostService, SampleService, ComparisonService, ComparingService, OperatorService {}

export interface TenantService {
  createTenant(input: CreateTenantInput, caller: Caller): AsyncIterable<OperationEvent>
  createUser(input: CreateUserInput, caller: Caller): AsyncIterable<OperationEvent>
  setupDatabase(input: SetupDatabaseInput, caller: Caller): AsyncIterable<OperationEvent>
  setupSystemd(input: SetupSystemdInput, caller: Caller): AsyncIterable<OperationEvent>
  setupProxy(input: SetupProxyInput, caller: Caller): AsyncIterable<OperationEvent>
  createMany(input: CreateManyInput, caller: Caller): AsyncIterable<OperationEvent>
  createList(input: CreateListInput, caller: Caller): AsyncIterable<OperationEvent>
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
  available(query: AvailabilityQuery): Promise<Availability>

  /** A viewer gets `***` for every value of an environment variable, here and wherever a status is told. */
  list(
    query: ListQuery,
    caller: Caller,
  ): Promise<{
    tenants: readonly TenantStatus[]
    total: number
    counts: Readonly<Record<TenantState, number>>
  }>
  show(input: TenantRef, caller: Caller): Promise<TenantStatus>
  inspect(input: TenantRef, caller: Caller): Promise<TenantInspection>
  wakes(query: WakesQuery, caller: Caller, signal: AbortSignal): Promise<readonly Wake[]>
  logs(query: LogsQuery, caller: Caller, signal: AbortSignal): AsyncIterable<LogLine>
  /** The same as server-sent events, always following. */
  followLogs(query: LogsQuery, caller: Caller, signal: AbortSignal): AsyncIterable<LogLine>
  /** Every change of any tenant, whoever made it, until aborted. */
  watch(input: Nothing, caller: Caller, signal: AbortSignal): AsyncIterable<WatchEvent>
}

export interface HostService {
  overview(input: Nothing, caller: Caller, signal: AbortSignal): Promise<Overview>
  /** Newest first. */
  audit(query: AuditQuery): Promise<readonly AuditEntry[]>
  /** The prerequisites, one by one. */
  check(input: CheckInput): Promise<readonly Finding[]>
  /** The state of any units and of the accounts that they run as. */
  units(input: { units: readonly string[] }): Promise<readonly UnitReport[]>
}

/** What was measured over time. */
export interface SampleService {
  hostSamples(query: HostSamplesQuery): Promise<HostSamples>
  tenantSamples(query: TenantSamplesQuery): Promise<TenantSamples>
  wakeTimes(query: WakeTimesQuery): Promise<WakeTimes>
  /** The newest figures in the text format of Prometheus (prometheus.io, Exposition formats). */
  metrics(input: Nothing): Promise<{ text: string }>
}

/** Tenants and containers side by side, on this machine. One comparison at a time. */
export interface ComparisonService {
  /** It goes on by itself; `followComparison` tells how. Throws `comparison-running`. */
  startComparison(input: CompareInput, caller: Caller): Promise<ComparisonSummary>
  /** Answers when it has ended and what it made is removed; at once where it has ended before. */
  cancelComparison(input: ComparisonRef, caller: Caller): Promise<ComparisonSummary>
  /** Ends a comparison that runs, and removes everything that any has left behind; tells what that was. */
  cleanComparisons(input: Nothing, caller: Caller): Promise<{ removed: readonly string[] }>
  /** Forgets one that has ended. */
  removeComparison(input: ComparisonRef, caller: Caller): Promise<Nothing>
  /** Newest first. */
  comparisons(input: Nothing): Promise<readonly ComparisonSummary[]>
  comparison(input: ComparisonRef): Promise<Comparison>
  /** From its present phase to `finished`. */
  followComparison(input: ComparisonRef, caller: Caller, signal: AbortSignal): AsyncIterable<ComparisonEvent>
}

/** For the process that carries comparisons out. */
export interface ComparingService {
  /** What there is to do, and to remove. */
  comparisonWork(input: Nothing): Promise<ComparisonWork>
  /** How far it is. Throws `tenant-exists` where a name that it is about to use is taken. */
  reportComparison(report: ComparisonReport): Promise<Nothing>
}

export interface OperatorService {
  /** Whom the link is for; does not use it up. */
  describeLink(input: LinkRef, caller: Caller): Promise<{ operator: string; role: Role; expiresAt: string }>
  /** Sets the password and signs in; the link is used up, and so is every earlier session and second factor. */
  acceptLink(input: AcceptLinkInput, caller: Caller): Promise<SignedIn>
  signIn(input: SignInInput, caller: Caller): Promise<SignedIn>
  signOut(input: Nothing, caller: Caller): Promise<Nothing>
  /** For the audit: one line a minute from the same address. */
  reportForeign(input: ReportForeignInput, caller: Caller): Promise<Nothing>
  me(input: Nothing, caller: Caller): Promise<Me>
  /** Ends every other session of the operator. */
  changePassword(input: ChangePasswordInput, caller: Caller): Promise<Nothing>
  /** A new secret (RFC 6238), which counts once a code of it was confirmed. `uri` is for an authenticator app. */
  startSecondFactor(input: Nothing, caller: Caller): Promise<{ secret: string; uri: string }>
  /** Ten recovery codes, told only now; each holds once. */
  confirmSecondFactor(
    input: ConfirmSecondFactorInput,
    caller: Caller,
  ): Promise<{ recoveryCodes: readonly string[] }>
  removeSecondFactor(input: RemoveSecondFactorInput, caller: Caller): Promise<Nothing>

  operators(input: Nothing): Promise<readonly Operator[]>
  addOperator(input: OperatorInput, caller: Caller): Promise<OneTimeLink>
  /** A new link; password, second factor and sessions of before hold no longer. */
  resetOperator(input: OperatorRef, caller: Caller): Promise<OneTimeLink>
  setOperatorRole(input: OperatorInput, caller: Caller): Promise<Operator>
  removeOperator(input: OperatorRef, caller: Caller): Promise<Nothing>

  /** One's own; an admin may ask for another's, or for all. */
  sessions(query: SessionsQuery, caller: Caller): Promise<readonly Session[]>
  revokeSession(input: CredentialRef, caller: Caller): Promise<Nothing>
  tokens(query: SessionsQuery, caller: Caller): Promise<readonly ApiToken[]>
  /** With at most the caller's own role. The token is told only now. */
  addToken(input: AddTokenInput, caller: Caller): Promise<ApiToken & { token: string }>
  revokeToken(input: CredentialRef, caller: Caller): Promise<Nothing>
}

/** Who calls. `source` is the socket: it alone decides what is permitted, on the bridge together with `operator`. */
export interface Caller {
  readonly source: 'root' | 'bridge' | 'status'
  /** For the audit: `root`, `root (sudo alice)` or an operator's name. */
  readonly actor: string
  /** Where the browser or script is, as Caddy saw it; null on other sockets than the bridge. For audit and rate limits. */
  readonly address: string | null
  readonly userAgent: string | null
  /** On the bridge: who has signed in; null where nobody has. */
  readonly operator: SignedInOperator | null
}

export interface SignedInOperator {
  readonly name: string
  readonly role: Role
  readonly credential: 'session' | 'token'
  /** Of the session or token. */
  readonly id: string
}
