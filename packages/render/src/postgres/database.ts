import type { TenantName } from '@pilot/contract'
import { quoteIdentifier } from './quote.ts'
import { together, type Statement } from './statement.ts'

/**
 * The statements in order, each to be run outside a transaction by role `pilot`. Nobody can connect before
 * PUBLIC has lost its right to. After a crash in between: if the database exists, `renderFinishDatabase`.
 */
export const renderCreateDatabase = (
  name: TenantName,
): readonly Statement<'borrow-role' | 'create-database' | 'open-database'>[] => [
  borrowRole(name),
  {
    verb: 'create-database',
    name,
    // template0, as nobody can be connected to it: copying template1 fails while somebody is.
    sql: `CREATE DATABASE ${quoteIdentifier(name)} OWNER ${quoteIdentifier(name)} TEMPLATE template0 ALLOW_CONNECTIONS false`,
  },
  { verb: 'open-database', name, sql: together([...closeAndOpen(name), returnRole(name).sql]) },
]

/** For a database that exists but is not open yet, or open to PUBLIC. Safe to repeat. */
export const renderFinishDatabase = (name: TenantName): readonly Statement<'finish-database'>[] => [
  {
    verb: 'finish-database',
    name,
    sql: together([borrowRole(name).sql, ...closeAndOpen(name), returnRole(name).sql]),
  },
]

/**
 * Ends the connections of a database that exists and drops it with all it holds. A template cannot be dropped: its
 * owner, the tenant, may have made it one. Only then is it altered, as one that a stop of PostgreSQL left half dropped
 * cannot be ("cannot alter invalid database").
 */
export const renderDropDatabase = (
  name: TenantName,
  isTemplate = false,
): readonly Statement<'borrow-role' | 'unmake-template' | 'drop-database' | 'return-role'>[] => [
  borrowRole(name),
  ...(isTemplate ? [unmakeTemplate(name)] : []),
  { verb: 'drop-database', name, sql: `DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)` },
  returnRole(name),
]

const closeAndOpen = (name: TenantName): readonly string[] => [
  `REVOKE ALL ON DATABASE ${quoteIdentifier(name)} FROM PUBLIC`,
  `ALTER DATABASE ${quoteIdentifier(name)} ALLOW_CONNECTIONS true`,
]

const unmakeTemplate = (name: TenantName): Statement<'unmake-template'> => ({
  verb: 'unmake-template',
  name,
  sql: `ALTER DATABASE ${quoteIdentifier(name)} IS_TEMPLATE false`,
})

/** Creating, changing and dropping a database for another owner asks for membership in the owner's role. */
const borrowRole = (name: TenantName): Statement<'borrow-role'> => ({
  verb: 'borrow-role',
  name,
  sql: `GRANT ${quoteIdentifier(name)} TO pilot`,
})

const returnRole = (name: TenantName): Statement<'return-role'> => ({
  verb: 'return-role',
  name,
  sql: `REVOKE ${quoteIdentifier(name)} FROM pilot`,
})
