export { TenantName } from './tenant-name.ts'
export { findNameFault } from './name-fault.ts'
export { isReservedName } from './reserved-names.ts'
export { defaultDomain, defaultWebDomain, Domain } from './domain.ts'
export { agentSockets } from './agent-sockets.ts'
export { defaultIdle, IdleMilliseconds } from './idle-time.ts'
export { formatTimeSpan, parseTimeSpan } from './time-span.ts'
export { millisecondsSince } from './milliseconds-since.ts'
export { Environment, EnvironmentName, EnvironmentValue } from './environment.ts'
export { formatBytes, parseBytes } from './bytes.ts'
export { Limits } from './limits.ts'
export { Command, defaultActivation, isNodeCommand, isNodeScript, sampleCommand } from './command.ts'
export { joinCommandLine, splitCommandLine } from './command-line.ts'
export { partsMadeBy, StepName } from './step-name.ts'
export { TenantSpec } from './tenant-spec.ts'
export { allParts, hasPart, isWhole, partsOf, type Parts } from './parts.ts'
export {
  Activation,
  Listen,
  Scope,
  settingKeys,
  settings,
  type SettingKey,
  type SettingValue,
} from './settings/table.ts'
export type { Group, Kind, Setting, Settings } from './settings/setting.ts'
export {
  changeSettings,
  findDifference,
  findFixedDifference,
  mergeSettings,
  withFixedSettings,
  withoutSecrets,
  type GivenSettings,
} from './settings/index.ts'
export {
  columnsOf,
  listFormat,
  listText,
  longestList,
  readTenantList,
  type ListedTenant,
  type TenantList,
} from './settings/list.ts'
export { markTaken, type MarkedTenant, type TakenOnHost } from './settings/mark-taken.ts'
export { findStrangeDomain } from './settings/change.ts'
export { isFixed } from './settings/fixed-keys.ts'
export { isSame } from './settings/difference.ts'
export { hidden, secretKeysOf } from './settings/secrets.ts'
export { capital } from './settings/shapes.ts'
export { isInfinity, readMapped, readSetting, readWord, writeSetting, type Read } from './settings/text.ts'
export { valueOf, valueOfDomain, withValue, withValueOfDomain, type Values } from './settings/values.ts'
export { standingsOf, type Choice, type SettingWords } from './settings/words.ts'
export { TenantState } from './tenant-state.ts'
export { tenantStates } from './tenant-states.ts'
export { Failure, TenantProcess, TenantStatus } from './tenant-status.ts'
export { OperationEvent, PlannedStep } from './operation.ts'
export { strangerIn } from './stranger-in.ts'
export { Finding, UnitReport } from './check.ts'
export { Service } from './service.ts'
export { FindingId, Found, Remedy } from './facts/finding.ts'
export { oldestVersions } from './oldest-versions.ts'
export { AuditEntry } from './audit.ts'
export { LogLine } from './log-line.ts'
export { Problem, type ProblemCode } from './problem.ts'
export type { Facts } from './facts/index.ts'
export { addFault, faulty } from './faulty.ts'
export { Action } from './facts/action.ts'
export { ComparisonFault } from './facts/comparison-fault.ts'
export { ComparisonMethod } from './facts/comparison-method.ts'
export { ContainerEngine } from './facts/container-engine.ts'
export { Difference } from './facts/difference.ts'
export { clauseBehind, clauseOf, excerptOf } from './clause.ts'
export { HostFault } from './facts/host-fault.ts'
export { InputFault } from './facts/input-fault.ts'
export { ListFault } from './facts/list-fault.ts'
export { Need } from './facts/need.ts'
export { SeenReason, StateReason } from './facts/state-reason.ts'
export { Thing } from './facts/thing.ts'
export { FoundReason } from './facts/found-reason.ts'
export { VariantReason } from './facts/variant-reason.ts'
export { english, englishSettings, explain, explainState, explainVariant, speak } from './english/index.ts'
export { Drift } from './facts/drift.ts'
export { StepDetail, Subject } from './facts/step-detail.ts'
export { Stranger } from './facts/stranger.ts'
export {
  createSpeaker,
  say,
  type Forms,
  type Language,
  type Sentences,
  type Speaker,
} from './english/sentences.ts'
export { ofOlderPilot } from './older-pilot.ts'
export { visible } from './visible.ts'
export { outcomes } from './outcomes.ts'
export { PilotError } from './pilot-error.ts'
export { inputFaultOf, inputProblem } from './input-problem.ts'
export { CreateTenantInput } from './create-tenant-input.ts'
export {
  CreateListInput,
  CreateManyInput,
  CreateUserInput,
  DeleteTenantInput,
  SetTenantInput,
  SetupDatabaseInput,
  SetupProxyInput,
  SetupSystemdInput,
  TenantRef,
} from './inputs.ts'
export {
  AuditQuery,
  AvailabilityQuery,
  CheckInput,
  ListQuery,
  LogsQuery,
  UnitsInput,
  WakesQuery,
} from './queries.ts'
export { longestSearch, wholeList } from './whole-list.ts'
export {
  ApiToken,
  includesRole,
  Me,
  OneTimeLink,
  Operator,
  OperatorName,
  Password,
  Role,
  Session,
  SignedIn,
} from './operator.ts'
export {
  AcceptLinkInput,
  AddTokenInput,
  ChangePasswordInput,
  ConfirmSecondFactorInput,
  CredentialRef,
  LinkRef,
  Nothing,
  OperatorInput,
  OperatorRef,
  RemoveSecondFactorInput,
  ReportForeignInput,
  SessionsQuery,
  SignInInput,
} from './operator-inputs.ts'
export { Availability, Overview, ProcessMemory, TenantInspection, Wake, WatchEvent } from './overview.ts'
export {
  HostSample,
  HostSamples,
  HostSamplesQuery,
  Percentiles,
  SamplingCost,
  TenantSample,
  TenantSamples,
  TenantSamplesQuery,
  WakeTimes,
  WakeTimesQuery,
} from './samples.ts'
export { ComparedVariant } from './compared-variant.ts'
export {
  ComparedMachine,
  ComparedMemory,
  ComparedVariantResult,
  CompareInput,
  Comparison,
  ComparisonEvent,
  ComparisonPhase,
  ComparisonRef,
  ComparisonReport,
  ComparisonSummary,
  ComparisonWork,
  MemoryPart,
} from './comparison.ts'
export { comparisonDocument, type ComparisonDocument } from './comparison-document.ts'
export { comparisonCsv } from './comparison-csv.ts'
export { csvText, type CsvCell } from './csv.ts'
