import { TenantName } from '@pilot/contract'
import { expect, test } from 'vitest'
import {
  renderAbandonRole,
  renderAdoptRole,
  renderCreateDatabase,
  renderCreateRole,
  renderDropDatabase,
  renderDropRole,
  renderFinishDatabase,
  renderGrantTenants,
  renderRetireRole,
} from '../src/index.ts'

const shop = TenantName.parse('shop')

// The fake host goes by the verb alone: that the SQL does the same is seen here, and on a real host.
test('each verb has its SQL', () => {
  const sqlOf = Object.fromEntries(
    [
      renderCreateRole(shop),
      renderAdoptRole(shop),
      renderGrantTenants(shop),
      renderRetireRole(shop),
      renderAbandonRole(shop, 1_878_917_122),
      renderDropRole(shop),
      ...renderCreateDatabase(shop),
      ...renderFinishDatabase(shop),
      ...renderDropDatabase(shop, true),
    ].map(({ verb, sql }) => [verb, sql]),
  )
  expect(sqlOf).toMatchInlineSnapshot(`
    {
      "abandon-role": "DO $pilot$ BEGIN ALTER ROLE "shop" NOLOGIN; REVOKE pilot_tenants FROM "shop"; ALTER ROLE "shop" RENAME TO "pilot-gone-1878917122"; END $pilot$",
      "adopt-role": "ALTER ROLE "shop" LOGIN CONNECTION LIMIT 8",
      "borrow-role": "GRANT "shop" TO pilot",
      "create-database": "CREATE DATABASE "shop" OWNER "shop" TEMPLATE template0 ALLOW_CONNECTIONS false",
      "create-role": "DO $pilot$ BEGIN CREATE ROLE "shop" LOGIN CONNECTION LIMIT 8; COMMENT ON ROLE "shop" IS 'Pilot tenant shop'; GRANT pilot_tenants TO "shop"; END $pilot$",
      "drop-database": "DROP DATABASE IF EXISTS "shop" WITH (FORCE)",
      "drop-role": "DROP ROLE IF EXISTS "shop"",
      "finish-database": "DO $pilot$ BEGIN GRANT "shop" TO pilot; REVOKE ALL ON DATABASE "shop" FROM PUBLIC; ALTER DATABASE "shop" ALLOW_CONNECTIONS true; REVOKE "shop" FROM pilot; END $pilot$",
      "grant-tenants": "GRANT pilot_tenants TO "shop"",
      "open-database": "DO $pilot$ BEGIN REVOKE ALL ON DATABASE "shop" FROM PUBLIC; ALTER DATABASE "shop" ALLOW_CONNECTIONS true; REVOKE "shop" FROM pilot; END $pilot$",
      "retire-role": "ALTER ROLE "shop" NOLOGIN",
      "return-role": "REVOKE "shop" FROM pilot",
      "unmake-template": "ALTER DATABASE "shop" IS_TEMPLATE false",
    }
  `)
})

test('a database is dropped as it is, unless it is a template', () => {
  expect(renderDropDatabase(shop).map(({ verb }) => verb)).toEqual([
    'borrow-role',
    'drop-database',
    'return-role',
  ])
})
