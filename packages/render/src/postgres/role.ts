import type { TenantName } from '@pilot/contract'
import { mark } from '../paths.ts'
import { quoteIdentifier, quoteLiteral } from './quote.ts'
import { together, type Statement } from './statement.ts'

/** Connections that a tenant's role may hold at once: PostgreSQL has 100 for all (`max_connections`). */
export const connectionLimit = 8

/** The group role that pg_hba.conf confines to databases of their own names. */
export const tenantsRole = 'pilot_tenants'

/** The role, its mark and its membership at once: a role without its mark would pass for a stranger's. */
export const renderCreateRole = (
  name: TenantName,
): Statement<'create-role'> & { readonly mark: string; readonly connectionLimit: number } => ({
  verb: 'create-role',
  name,
  mark: mark(name),
  connectionLimit,
  sql: together([
    `CREATE ROLE ${quoteIdentifier(name)} LOGIN CONNECTION LIMIT ${connectionLimit}`,
    `COMMENT ON ROLE ${quoteIdentifier(name)} IS ${quoteLiteral(mark(name))}`,
    renderGrantTenants(name).sql,
  ]),
})

/** Lets a role that was kept, or whose attributes drifted, log in again, within the limit. */
export const renderAdoptRole = (
  name: TenantName,
): Statement<'adopt-role'> & { readonly connectionLimit: number } => ({
  verb: 'adopt-role',
  name,
  connectionLimit,
  sql: `ALTER ROLE ${quoteIdentifier(name)} LOGIN CONNECTION LIMIT ${connectionLimit}`,
})

export const renderGrantTenants = (name: TenantName): Statement<'grant-tenants'> => ({
  verb: 'grant-tenants',
  name,
  sql: `GRANT ${tenantsRole} TO ${quoteIdentifier(name)}`,
})

/** Keeps the role and what it owns, but nobody can log in by it. */
export const renderRetireRole = (name: TenantName): Statement<'retire-role'> => ({
  verb: 'retire-role',
  name,
  sql: `ALTER ROLE ${quoteIdentifier(name)} NOLOGIN`,
})

/**
 * For a role that PostgreSQL will not drop because another tenant gave it a right on something of its own: nobody
 * can log in by it, it is no tenant's any more, and its name is free. Nobody else can have its new name: tenants'
 * names do not begin with `pilot-`.
 */
export const renderAbandonRole = (
  name: TenantName,
  uid: number,
): Statement<'abandon-role'> & { readonly newName: string } => ({
  verb: 'abandon-role',
  name,
  newName: `pilot-gone-${uid}`,
  sql: together([
    renderRetireRole(name).sql,
    `REVOKE ${tenantsRole} FROM ${quoteIdentifier(name)}`,
    `ALTER ROLE ${quoteIdentifier(name)} RENAME TO ${quoteIdentifier(`pilot-gone-${uid}`)}`,
  ]),
})

/** Only after its database is gone: a role that owns something cannot be dropped. */
export const renderDropRole = (name: TenantName): Statement<'drop-role'> => ({
  verb: 'drop-role',
  name,
  sql: `DROP ROLE IF EXISTS ${quoteIdentifier(name)}`,
})
