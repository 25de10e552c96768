import type { TenantName } from '@pilot/contract'
import type { Statement } from '../ports/postgres.ts'

/** What is done to the role and the database of this name, said in both ways that the port takes. */
export const statementsFor = (name: TenantName) => {
  const quoted = `"${name.replaceAll('"', '""')}"`
  return {
    createRole: {
      verb: 'create-role',
      name,
      mark: "Pilot's",
      connectionLimit: 7,
      sql:
        `DO $$ BEGIN CREATE ROLE ${quoted} LOGIN CONNECTION LIMIT 7; COMMENT ON ROLE ${quoted} IS 'Pilot''s'; ` +
        `GRANT pilot_tenants TO ${quoted}; END $$`,
    },
    retireRole: { verb: 'retire-role', name, sql: `ALTER ROLE ${quoted} NOLOGIN` },
    adoptRole: {
      verb: 'adopt-role',
      name,
      connectionLimit: 7,
      sql: `ALTER ROLE ${quoted} LOGIN CONNECTION LIMIT 7`,
    },
    grantTenants: { verb: 'grant-tenants', name, sql: `GRANT pilot_tenants TO ${quoted}` },
    abandonRole: {
      verb: 'abandon-role',
      name,
      newName: 'pilot-contract-gone',
      sql:
        `DO $$ BEGIN ALTER ROLE ${quoted} NOLOGIN; REVOKE pilot_tenants FROM ${quoted}; ` +
        `ALTER ROLE ${quoted} RENAME TO "pilot-contract-gone"; END $$`,
    },
    dropRole: { verb: 'drop-role', name, sql: `DROP ROLE IF EXISTS ${quoted}` },
    borrowRole: { verb: 'borrow-role', name, sql: `GRANT ${quoted} TO pilot` },
    returnRole: { verb: 'return-role', name, sql: `REVOKE ${quoted} FROM pilot` },
    createDatabase: {
      verb: 'create-database',
      name,
      sql: `CREATE DATABASE ${quoted} OWNER ${quoted} ALLOW_CONNECTIONS false`,
    },
    openDatabase: {
      verb: 'open-database',
      name,
      sql:
        `DO $$ BEGIN REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC; ` +
        `ALTER DATABASE ${quoted} ALLOW_CONNECTIONS true; REVOKE ${quoted} FROM pilot; END $$`,
    },
    finishDatabase: {
      verb: 'finish-database',
      name,
      sql:
        `DO $$ BEGIN GRANT ${quoted} TO pilot; REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC; ` +
        `ALTER DATABASE ${quoted} ALLOW_CONNECTIONS true; REVOKE ${quoted} FROM pilot; END $$`,
    },
    unmakeTemplate: { verb: 'unmake-template', name, sql: `ALTER DATABASE ${quoted} IS_TEMPLATE false` },
    dropDatabase: {
      verb: 'drop-database',
      name,
      sql: `DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`,
    },
  } as const satisfies Record<string, Statement>
}
