import type { TenantName } from '@pilot/contract'
import { quoteIdentifier } from './quote.ts'

/**
 * The statements in order, each to be run outside a transaction by role `pilot`. Nobody can connect before
 * PUBLIC has lost its right to. After a crash in between: if the database exists, `renderFinishDatabase`.
 */
export const renderCreateDatabase = (name: TenantName): readonly string[] => [
  borrowRole(name),
  // template0, as nobody can be connected to it: copying template1 fails while somebody is.
  `CREATE DATABASE ${quoteIdentifier(name)} OWNER ${quoteIdentifier(name)} TEMPLATE template0 ALLOW_CONNECTIONS false`,
  together([...closeAndOpen(name), returnRole(name)]),
]

/** For a database that exists but is not open yet, or open to PUBLIC. Safe to repeat. */
export const renderFinishDatabase = (name: TenantName): readonly string[] => [
  together([borrowRole(name), ...closeAndOpen(name), returnRole(name)]),
]

/**
 * Ends the connections of a database that exists and drops it with all it holds. A template cannot be dropped: its
 * owner, the tenant, may have made it one. Only then is it altered, as one that a stop of PostgreSQL left half dropped
 * cannot be ("cannot alter invalid database").
 */
export const renderDropDatabase = (name: TenantName, isTemplate = false): readonly string[] => [
  borrowRole(name),
  ...(isTemplate ? [`ALTER DATABASE ${quoteIdentifier(name)} IS_TEMPLATE false`] : []),
  `DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`,
  returnRole(name),
]

/** A DO block is one transaction: one wait for the disk. */
const together = (statements: readonly string[]): string =>
  `DO $pilot$ BEGIN ${statements.join('; ')}; END $pilot$`

const closeAndOpen = (name: TenantName): readonly string[] => [
  `REVOKE ALL ON DATABASE ${quoteIdentifier(name)} FROM PUBLIC`,
  `ALTER DATABASE ${quoteIdentifier(name)} ALLOW_CONNECTIONS true`,
]

// Creating, changing and dropping a database for another owner asks for membership in the owner's role.
const borrowRole = (name: TenantName): string => `GRANT ${quoteIdentifier(name)} TO pilot`
const returnRole = (name: TenantName): string => `REVOKE ${quoteIdentifier(name)} FROM pilot`
