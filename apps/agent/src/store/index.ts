import { createAudit, type Audit } from './audit.ts'
import { createComparisonRecords, type ComparisonRecords } from './comparisons.ts'
import { openDatabase } from './database.ts'
import { createFailures, type Failures } from './failures.ts'
import { createOperations, type Operations } from './operations.ts'
import { createOperatorRecords, type OperatorRecords } from './operators.ts'
import type { OnUnknownParts } from './parts-of-before.ts'
import { createSessionRecords, type SessionRecords } from './sessions.ts'
import { createSignInFailures, type SignInFailures } from './sign-in-failures.ts'
import { createTenants, type Tenants } from './tenants.ts'
import { createTogether, type Together } from './together.ts'
import { createTokenRecords, type TokenRecords } from './tokens.ts'
import { inTransaction } from './transaction.ts'

export type { ComparisonRecord } from './comparisons.ts'
export type { FailureRecord } from './failures.ts'
export type { Operation } from './operations.ts'
export type { OperatorRecord } from './operators.ts'
export type { SessionRecord } from './sessions.ts'
export type { TokenRecord } from './tokens.ts'
export type { TenantRecord, Wish } from './tenant-record.ts'

/** All that the agent remembers: wishes, never what the machine is found to be. */
export interface Store {
  readonly tenants: Tenants
  readonly operations: Operations
  readonly audit: Audit
  readonly failures: Failures
  readonly operators: OperatorRecords
  readonly sessions: SessionRecords
  readonly tokens: TokenRecords
  readonly signInFailures: SignInFailures
  readonly comparisons: ComparisonRecords
  /** Stores all that the work changes, or nothing of it. */
  transaction<T>(work: () => T): T
  /** The same, by one commit with all who ask at once. */
  readonly together: Together
  close(): void
}

/** Opens the store at this path; `:memory:` is one for tests. */
export const openStore = (path: string, onUnknown: OnUnknownParts = () => undefined): Store => {
  const database = openDatabase(path)
  return {
    tenants: createTenants(database, onUnknown),
    operations: createOperations(database),
    audit: createAudit(database),
    failures: createFailures(database),
    operators: createOperatorRecords(database),
    sessions: createSessionRecords(database),
    tokens: createTokenRecords(database),
    signInFailures: createSignInFailures(database),
    comparisons: createComparisonRecords(database),
    transaction: (work) => inTransaction(database, work),
    together: createTogether(database),
    close: () => database.close(),
  }
}
