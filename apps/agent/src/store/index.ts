import { createAudit, type Audit } from './audit.ts'
import { inTransaction, openDatabase } from './database.ts'
import { createFailures, type Failures } from './failures.ts'
import { createOperations, type Operations } from './operations.ts'
import { createTenants, type Tenants } from './tenants.ts'

export type { FailureRecord } from './failures.ts'
export type { Operation } from './operations.ts'
export { redact } from './redact.ts'
export type { TenantRecord, Wish } from './tenants.ts'

/** All that the agent remembers: wishes, never what the machine is found to be. */
export interface Store {
  readonly tenants: Tenants
  readonly operations: Operations
  readonly audit: Audit
  readonly failures: Failures
  /** Stores all that the work changes, or nothing of it. */
  transaction<T>(work: () => T): T
  close(): void
}

/** Opens the store at this path; `:memory:` is one for tests. */
export const openStore = (path: string): Store => {
  const database = openDatabase(path)
  return {
    tenants: createTenants(database),
    operations: createOperations(database),
    audit: createAudit(database),
    failures: createFailures(database),
    transaction: (work) => inTransaction(database, work),
    close: () => database.close(),
  }
}
