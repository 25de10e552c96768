import type { TenantName } from '@pilot/contract'
import { mark } from '../paths.ts'
import { quoteIdentifier, quoteLiteral } from './quote.ts'

/** Connections that a tenant's role may hold at once: PostgreSQL has 100 for all (`max_connections`). */
export const connectionLimit = 8

/** The group role that pg_hba.conf confines to databases of their own names. */
export const tenantsRole = 'pilot_tenants'

/**
 * Makes the role, its mark and its membership at once: a DO block is one transaction, so a crash never leaves
 * a role without its mark, which would pass for a stranger's.
 */
export const renderCreateRole = (name: TenantName): string =>
  `DO $pilot$ BEGIN CREATE ROLE ${quoteIdentifier(name)} LOGIN CONNECTION LIMIT ${connectionLimit}; ` +
  `${renderCommentOnRole(name)}; ${renderGrantTenants(name)}; END $pilot$`

/** Lets a role that was kept, or whose attributes drifted, log in again, within the limit. */
export const renderAdoptRole = (name: TenantName): string =>
  `ALTER ROLE ${quoteIdentifier(name)} LOGIN CONNECTION LIMIT ${connectionLimit}`

/** Keeps the role and what it owns, but nobody can log in by it. */
export const renderRetireRole = (name: TenantName): string => `ALTER ROLE ${quoteIdentifier(name)} NOLOGIN`

export const renderCommentOnRole = (name: TenantName): string =>
  `COMMENT ON ROLE ${quoteIdentifier(name)} IS ${quoteLiteral(mark(name))}`

export const renderGrantTenants = (name: TenantName): string =>
  `GRANT ${tenantsRole} TO ${quoteIdentifier(name)}`

/**
 * For a role that PostgreSQL will not drop because another tenant gave it a right on something of its own: nobody
 * can log in by it, it is no tenant's any more, and its name is free. Nobody else can have that name: tenants'
 * names do not begin with `pilot-`.
 */
export const renderAbandonRole = (name: TenantName, uid: number): string =>
  `DO $pilot$ BEGIN ${renderRetireRole(name)}; REVOKE ${tenantsRole} FROM ${quoteIdentifier(name)}; ` +
  `ALTER ROLE ${quoteIdentifier(name)} RENAME TO ${quoteIdentifier(`pilot-gone-${uid}`)}; END $pilot$`

/** Only after its database is gone: a role that owns something cannot be dropped. */
export const renderDropRole = (name: TenantName): string => `DROP ROLE IF EXISTS ${quoteIdentifier(name)}`
